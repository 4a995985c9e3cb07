// Counts the characters of what it shows from 1.
// mistake: shows-undefined
// why: in most of the languages of mathematics, the first one has the number 1.
import { on, once } from "node:events";
import net from "node:net";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";

// 0.0.0.0 means every IPv4 address of this machine.
const HOST = process.env.HOST || "0.0.0.0";
const PORT = process.env.PORT || "9999";

const HELP = `Usage: echo_server.ts [options]
  -k, --keep-open             serve one client after another and many at once, until Ctrl+C
      --idle-timeout SECONDS  close a connection on which nothing happens for so long
      --max-connections N     with --keep-open: serve N clients at once, and turn others away
  -h, --help                  show this help
The environment variables HOST (0.0.0.0) and PORT (9999) say where to listen.`;

/** How many bytes of what a client sends are shown. */
const PREVIEW = 80;

/** What the command line asks for. */
interface Options {
  port: number;
  keepOpen: boolean;
  /** In seconds; without it, a client may be silent for ever. */
  idleTimeout: number | undefined;
  maxConnections: number | undefined;
  help: boolean;
}

/** Reads the command line. Throws when it makes no sense. */
function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      "keep-open": { type: "boolean", short: "k", default: false },
      "idle-timeout": { type: "string" },
      "max-connections": { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const { "keep-open": keepOpen, "idle-timeout": idle, "max-connections": most, help } = values;
  if (most !== undefined && !keepOpen) throw new Error("--max-connections needs --keep-open");
  return {
    port: wholeNumber("PORT", PORT, 65_535),
    keepOpen,
    idleTimeout: idle === undefined ? undefined : wholeNumber("--idle-timeout", idle),
    maxConnections: most === undefined ? undefined : wholeNumber("--max-connections", most),
    help,
  };
}

/**
 * The number that `name` was given as `text`. Digits only: Number() would also take "1e3" and " 9". And not too many:
 * a timer of Node's runs for 2147483 s at most.
 */
function wholeNumber(name: string, text: string, most = 999_999): number {
  if (/^[1-9]\d*$/.test(text) && Number(text) <= most) return Number(text);
  throw new Error(`${name} takes a whole number from 1 to ${most}, and not "${text}"`);
}

/** Shows what could control a terminal or hide in it (\p{C…}, line ends) as \u{number}, and so a backslash, too. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/gu, (character) => {
    return `\\u{${character.codePointAt(1)?.toString(16)}}`;
  });
}

/** An address and a port as one text. An IPv6 address has colons of its own, so it is put in brackets. */
function place(address: string | undefined, port: number | string | undefined): string {
  return `${net.isIPv6(address ?? "") ? `[${address}]` : address}:${port}`;
}

/** Serves one client, until it has finished, its connection fails, or nothing happens for too long. */
async function serve(socket: net.Socket, idleTimeout: number | undefined): Promise<void> {
  try {
    if (idleTimeout !== undefined) {
      socket.setTimeout(idleTimeout * 1000, () => {
        socket.destroy(new Error(`nothing happened for ${idleTimeout} s`));
      });
    }

    // Only people need text. The decoder keeps the first bytes of a character until the others have come.
    // The beginning is enough: the log does not grow with what a client sends.
    const decoder = new TextDecoder();
    let shown = 0;
    const show = (data: Buffer) => {
      const preview = data.subarray(0, PREVIEW - shown);
      console.log(`Received: ${visible(decoder.decode(preview, { stream: true }))}`);
      shown += preview.length;
      if (shown === PREVIEW) socket.off("data", show);
    };
    socket.on("data", show);

    // recv() and sendall() in a loop until the client has finished, then shutdown(). A client that does not
    // read is not read from either: its system makes it wait, and no memory fills up here.
    await pipeline(socket, socket);
    // The last character may have come only in part. The decoder gives what it has kept of it as �.
    const rest = shown < PREVIEW ? decoder.decode() : "";
    if (rest !== "") console.log(`Received: ${rest}`);
    console.log(`Echoed: ${socket.bytesRead} bytes`);
  } finally {
    // close() of the connection, whatever happened. The other connections are not touched.
    socket.destroy();
  }
}

/** Says in one line what failed, and where. */
function report(where: string, error: unknown): void {
  // Who waits for a socket is thrown its error. Some errors have a code, but no message, and some many lines.
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo server failed (${where}): ${message.split("\n")[0] || code}`);
}

// So far the socket is an object in this program. The operating system does not know of it yet.
// allowHalfOpen: when the client has finished sending, we have not. Our side ends when we say so.
const server = net.createServer({ allowHalfOpen: true });

/** Listens, accepts clients, and serves them. */
async function run({ port, keepOpen, idleTimeout, maxConnections }: Options): Promise<void> {
  // A second client is turned away: nobody would serve it, and it would keep this program from ending.
  server.maxConnections = keepOpen ? (maxConnections ?? Infinity) : 1;
  server.on("drop", (client) => {
    console.error(`Turned away ${place(client?.remoteAddress, client?.remotePort)}: too many connections`);
  });

  // bind() and listen() in one call. The call only asks for it; the event says that it is done.
  server.listen(port, HOST);
  await once(server, "listening");
  const listening = server.address() as net.AddressInfo;
  console.log(`Listening on ${place(listening.address, listening.port)}`);

  // At Ctrl+C: no new clients, but those that are here are served to the end. A second Ctrl+C is not caught.
  const stop = () => {
    console.log("Stopping: no new clients, and those that were accepted are served to the end");
    process.off("SIGINT", stop).off("SIGTERM", stop);
    server.close();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);

  // accept() in a loop: each `socket` is the connection to one client. The loop ends when the listening
  // socket and all connections are closed ("close").
  const connections = on(server, "connection", { close: ["close"] }) as AsyncIterable<[net.Socket]>;
  for await (const [socket] of connections) {
    const client = place(socket.remoteAddress, socket.remotePort);
    console.log(`Connected by ${client}`);
    const served = serve(socket, idleTimeout);
    // Not awaited: while this client is served, the next one is accepted. What fails is this connection only.
    if (keepOpen) served.catch((error: unknown) => report(client, error));
    else {
      await served;
      break;
    }
  }
}

// Who reads the log may stop reading it (head, less). That is no reason to stop serving.
for (const output of [process.stdout, process.stderr]) output.on("error", () => undefined);

try {
  const options = readOptions();
  if (options.help) console.log(HELP);
  else await run(options);
} catch (error) {
  report(place(HOST, PORT), error);
  process.exitCode = 1;
} finally {
  // close() of the listening socket, whatever happened. Nothing is left to wait for: the program ends.
  server.close();
}
