// A right echo server, written with web streams. They pull: while one waits for write(), nothing is read.
// right for: 10
import net from "node:net";
import { ReadableStream, TransformStream, WritableStream } from "node:stream/web";

const { HOST = "0.0.0.0", PORT = "9999" } = process.env;
const keepOpen = ["--keep-open", "-k"].includes(process.argv[2] ?? "");

const tap = (see: (bytes: Uint8Array) => void) =>
  new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      see(bytes);
      controller.enqueue(bytes);
    },
  });

/** Takes one piece after the other: each when the one before has been written. */
const sink = (socket: net.Socket) =>
  new WritableStream<Uint8Array>({
    write: (bytes) => new Promise((resolve) => socket.write(bytes, () => resolve())),
    close: () => new Promise((resolve) => socket.end(resolve)),
  });

async function serve(socket: net.Socket) {
  const decoder = new TextDecoder("utf-8", { fatal: false });
  await ReadableStream.from<Buffer>(socket.iterator({ destroyOnReturn: false }))
    .pipeThrough(tap((bytes) => console.log("Received:", decoder.decode(bytes, { stream: true }))))
    .pipeTo(sink(socket));
  console.log("The end:", decoder.decode());
}

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  console.log(`Connected: ${socket.remoteAddress}:${socket.remotePort}`);
  if (!keepOpen) server.close();
  serve(socket).catch((error: unknown) => {
    console.error(`Failed: ${error instanceof Error ? error.message : String(error)}`);
    socket.destroy();
    if (!keepOpen) process.exitCode = 1;
  });
});

const stop = () => {
  process.off("SIGINT", stop);
  process.off("SIGTERM", stop);
  server.close();
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);

await new Promise<void>((resolve, reject) => {
  server.once("error", reject);
  server.listen(Number(PORT), HOST, resolve);
}).then(
  () => console.log(`Listening: ${HOST}:${PORT}`),
  (error: Error) => {
    console.error(`Failed: ${error.message}`);
    process.exit(1);
  },
);
