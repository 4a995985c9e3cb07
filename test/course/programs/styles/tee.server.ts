// A right echo server for the whole stream, written with a pipeline through a Transform that prints what passes.
// right for: 08-10
import { createServer, type Socket } from "node:net";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";

const { HOST: host = "0.0.0.0", PORT = "9999" } = process.env;
const port = Number(PORT);
const { values } = parseArgs({ options: { "keep-open": { type: "boolean", short: "k", default: false } } });
const keepOpen = values["keep-open"];

class Tee extends Transform {
  readonly #decoder = new TextDecoder("utf-8");

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, chunk: Buffer) => void) {
    console.log("> %s", this.#decoder.decode(chunk, { stream: true }));
    done(null, chunk);
  }

  override _flush(done: () => void): void {
    const rest = this.#decoder.decode();
    if (rest) console.log("> %s", rest);
    done();
  }
}

async function onConnection(socket: Socket): Promise<void> {
  const address = `tcp://${socket.remoteAddress}:${socket.remotePort}`;
  console.log("%s connected", address);
  try {
    await pipeline(socket, new Tee(), socket);
    console.log("%s done", address);
  } catch (error) {
    console.error("%s broke off: %s", address, (error as NodeJS.ErrnoException).code);
    if (!keepOpen) process.exitCode = 1;
  }
  if (!keepOpen) server.close();
}

const server = createServer({ allowHalfOpen: true }, (socket) => void onConnection(socket));
process.once("SIGINT", () => server.close()).once("SIGTERM", () => server.close());
process.once("uncaughtException", ({ message }) => {
  console.error("tcp://%s:%s failed: %s", host, PORT, message);
  process.exitCode = 1;
});
server.listen({ host, port }, () => console.log("tcp://%s:%d is open", host, port));
