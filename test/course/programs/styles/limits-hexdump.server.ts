// A right echo server with limits that shows bytes in hexadecimal, and beside them what can be printed.
// right for: 11
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { parseArgs } from "node:util";

const host = process.env["HOST"] ?? "0.0.0.0";
const port = Number(process.env["PORT"] ?? "9999");
const USAGE = "echo_server.ts [--keep-open | -k] [--idle-timeout=SECONDS] [--max-connections=N] [--help]";

function integer(name: string, text = "0"): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`--${name}: ${text} is no natural number`);
}

/** Who cannot be printed is a point. */
const printable = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, ".");
const hexadecimal = (bytes: Buffer) => bytes.toString("hex").replace(/..\B/g, "$& ");

async function serve(socket: Socket): Promise<void> {
  const decoder = new TextDecoder();
  let lines = 0;
  for await (const bytes of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    for (let start = 0; start < bytes.length && lines < 8; start += 32, lines += 1) {
      const line = bytes.subarray(start, start + 32);
      console.log(`${printable(decoder.decode(line, { stream: true }))}  |  ${hexadecimal(line)}`);
    }
    await new Promise<void>((resolve, reject) => {
      socket.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }
  console.log(`${socket.bytesRead} bytes in all`);
  socket.end();
  await once(socket, "close");
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      "keep-open": { type: "boolean", short: "k" },
      "idle-timeout": { type: "string" },
      "max-connections": { type: "string" },
      help: { type: "boolean", short: "?" },
    },
  });
  const seconds = integer("idle-timeout", values["idle-timeout"]);
  const limit = integer("max-connections", values["max-connections"]) || Infinity;
  if (values.help) return console.log(USAGE);

  const server = createServer({ allowHalfOpen: true });
  const sockets = new Set<Socket>();
  /** When something has last happened on a connection. One clock looks after all of them. */
  const seen = new WeakMap<Socket, [bytes: number, time: number]>();
  const clock = setInterval(() => {
    for (const socket of sockets) {
      const bytes = socket.bytesRead + socket.bytesWritten;
      const [before, time] = seen.get(socket) ?? [-1, 0];
      if (before !== bytes) seen.set(socket, [bytes, Date.now()]);
      else if (Date.now() - time > 1000 * seconds) socket.destroy(new Error("idle"));
    }
  }, 100);
  if (seconds === 0) clearInterval(clock);
  clock.unref();

  server.on("connection", (socket) => {
    const name = `${socket.remoteAddress}:${socket.remotePort}`;
    if (sockets.size >= limit) {
      socket.on("error", () => undefined);
      socket.end(() => socket.destroy());
      console.warn(`Sorry, ${name}: ${limit} are here already`);
      return;
    }
    console.log(`Welcome, ${name}`);
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    if (!values["keep-open"]) server.close();
    serve(socket).catch((error: Error) => {
      console.error(`Goodbye, ${name}: ${error.message}`);
      if (!values["keep-open"]) process.exitCode = 1;
    });
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close());
  await once(server.listen({ host, port }), "listening");
  console.log(`Listening at ${host}:${port}`);
}

main().catch((error: Error) => {
  console.error(`${host}:${port}: ${error.message}`);
  process.exitCode = 1;
});
