// A right echo server for the whole stream, written with web streams, as in a browser.
// right for: 08-09
import net from "node:net";
import { ReadableStream, TextDecoderStream, WritableStream } from "node:stream/web";

const { HOST = "0.0.0.0", PORT = "9999" } = process.env;
const keepOpen = process.argv.includes("-k") || process.argv.includes("--keep-open");

/** What arrives at `socket`, until the client has finished. */
function receive(socket: net.Socket): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      socket.on("data", (bytes) => controller.enqueue(bytes));
      socket.on("end", () => controller.close());
      socket.on("error", (error) => controller.error(error));
    },
  });
}

/** What sends to `socket`, and says at the end that no more will come. */
function send(socket: net.Socket): WritableStream<Uint8Array> {
  return new WritableStream({
    write: (bytes) => new Promise((resolve) => socket.write(bytes, () => resolve())),
    close: () => new Promise((resolve) => socket.end(resolve)),
  });
}

async function echo(socket: net.Socket): Promise<void> {
  const [toClient, toTerminal] = receive(socket).tee();
  const print = new WritableStream<string>({ write: (text) => console.log("Received:", text) });
  await Promise.all([
    toClient.pipeTo(send(socket)),
    toTerminal.pipeThrough(new TextDecoderStream()).pipeTo(print),
  ]);
}

const server = net.createServer({ allowHalfOpen: true }, async (socket) => {
  const client = `tcp://${socket.remoteAddress}:${socket.remotePort}/`;
  console.log("Connected:", client);
  try {
    await echo(socket);
  } catch (error) {
    console.error(client, (error as Error).message);
    if (!keepOpen) process.exitCode = 1;
  } finally {
    if (!keepOpen) server.close();
  }
});

function fail(error: Error): void {
  console.error(`tcp://${HOST}:${PORT}/ ${error.message}`);
  process.exitCode = 1;
}

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close());
server.on("error", fail);
try {
  server.listen(Number(PORT), HOST, () => console.log(`Listening on tcp://${HOST}:${PORT}/`));
} catch (error) {
  fail(error as Error);
}
