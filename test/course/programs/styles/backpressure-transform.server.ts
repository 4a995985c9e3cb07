// A right echo server, written with a pipeline through a Transform that prints what passes.
// right for: 10
import net from "node:net";
import { pipeline, Transform } from "node:stream";

const HOST = process.env.HOST || "0.0.0.0";
const PORT = parseInt(process.env.PORT || "9999", 10);
const options = new Set(process.argv.slice(2));
const keepOpen = options.has("-k") || options.has("--keep-open");

class Printer extends Transform {
  #decoder = new TextDecoder();

  override _transform(bytes: Buffer, _encoding: string, done: (error: null, bytes: Buffer) => void): void {
    console.log("%d bytes: %s", bytes.length, this.#decoder.decode(bytes, { stream: true }));
    done(null, bytes);
  }

  override _flush(done: () => void): void {
    console.log("The end: %s", this.#decoder.decode());
    done();
  }
}

const server = net.createServer({ allowHalfOpen: true, pauseOnConnect: true });
server.on("connection", (socket) => {
  console.log("+ %s %d", socket.remoteAddress, socket.remotePort);
  if (!keepOpen) server.close();
  pipeline(socket, new Printer({ highWaterMark: 1024 }), socket, (error) => {
    if (!error) return;
    console.error("- %s", error.message);
    if (!keepOpen) process.exitCode = 1;
  });
});

try {
  if (!(PORT >= 1 && PORT <= 65535)) throw new RangeError(`PORT=${process.env.PORT} is not a port`);
  server.on("error", (error) => {
    console.error("! %s:%d %s", HOST, PORT, error.message);
    process.exit(1);
  });
  server.listen({ port: PORT, host: HOST }, () => console.log("= %s:%d", HOST, PORT));
} catch (error) {
  console.error("! %s", (error as Error).message);
  process.exitCode = 1;
}

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    if (stopping) process.exit(130);
    stopping = true;
    server.close();
  });
}
