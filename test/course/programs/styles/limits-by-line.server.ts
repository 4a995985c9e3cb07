// A right echo server with limits that shows the first 80 bytes of a connection, and then a dot for each mebibyte.
// right for: 11
import net from "node:net";

const { HOST = "0.0.0.0", PORT = "9999" } = process.env;
const HELP = "Options: --keep-open (-k), --idle-timeout SECONDS, --max-connections N, --help (-h)";

function wholeNumber(name: string, text: string | undefined): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 1_000_000) throw new Error(`${name} needs a whole number`);
  return value;
}

function readOptions(words: string[]) {
  const options = { keepOpen: false, idle: 0, most: Infinity, help: false };
  const rest = words.flatMap((word) => word.split("="));
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === "--keep-open" || name === "-k") options.keepOpen = true;
    else if (name === "--idle-timeout") options.idle = wholeNumber(name, rest.shift());
    else if (name === "--max-connections") options.most = wholeNumber(name, rest.shift());
    else if (name === "--help" || name === "-h") options.help = true;
    else throw new Error(`unknown option ${name}`);
  }
  return options;
}

function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) => `<${sign.codePointAt(0)}>`);
}

function report(who: string, error: unknown): void {
  console.error(`${who}: ${(error as Error).message}`);
}

function serve(socket: net.Socket, options: ReturnType<typeof readOptions>): void {
  const client = `${socket.remoteAddress}:${socket.remotePort}`;
  console.log(`${client} is here`);
  socket.setTimeout(options.idle * 1000, () => {
    socket.destroy(new Error(`silent for ${options.idle} s`));
  });
  const decoder = new TextDecoder();
  let shown = 0;
  socket.on("data", (data) => {
    const beginning = data.subarray(0, Math.max(0, 80 - shown));
    if (beginning.length > 0) console.log(`${client}: ${visible(decoder.decode(beginning, { stream: true }))}`);
    if (Math.floor((shown + data.length) / 2 ** 20) > Math.floor(shown / 2 ** 20)) process.stdout.write(".");
    shown += data.length;
    if (socket.write(data)) return;
    socket.pause();
    socket.once("drain", () => socket.resume());
  });
  socket.on("end", () => {
    console.log(`${client}: ${visible(decoder.decode())} (${socket.bytesRead} bytes in all)`);
    socket.end();
  });
  socket.on("error", (error) => {
    report(client, error);
    if (!options.keepOpen) process.exitCode = 1;
  });
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else {
    const server = net.createServer({ allowHalfOpen: true }, (socket) => {
      if (!options.keepOpen) server.close();
      serve(socket, options);
    });
    server.maxConnections = options.most;
    server.on("drop", () => console.log("No room for another client"));
    server.on("error", (error) => {
      report(`${HOST}:${PORT}`, error);
      process.exitCode = 1;
    });
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close());
    server.listen(Number(PORT), HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
  }
} catch (error) {
  report(`${HOST}:${PORT}`, error);
  process.exitCode = 1;
}
