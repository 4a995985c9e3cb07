// A right echo server for many that prints in colours, and lets a signal of its own kind end it: an AbortSignal.
// right for: 08-10
import { once } from "node:events";
import net from "node:net";
import { pipeline } from "node:stream/promises";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const KEEP_OPEN = process.argv.indexOf("--keep-open") > 0 || process.argv.indexOf("-k") > 0;

const green = (text: unknown) => `\x1b[32m${text}\x1b[39m`;
const red = (text: unknown) => `\x1b[31m${text}\x1b[39m`;

const stopping = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => {
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort(new Error(name));
  });
}

async function* receive(socket: net.Socket): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder();
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    console.log(green(decoder.decode(chunk, { stream: true })));
    yield chunk;
  }
  console.log(green(decoder.decode()));
}

const server = net.createServer({ allowHalfOpen: true });
server.on("connection", (socket) => {
  console.log(green("✔"), `client ${green(socket.remoteAddress)}:${green(socket.remotePort)}`);
  const name = `${socket.remoteAddress}:${socket.remotePort}`;
  pipeline(receive(socket), socket)
    .catch((error: Error) => {
      console.error(red("✘"), name, error.message);
      if (!KEEP_OPEN) process.exitCode = 1;
    })
    .finally(() => KEEP_OPEN || stopping.abort());
});

try {
  server.listen({ port: PORT, host: HOST, signal: stopping.signal });
  await once(server, "listening");
  console.log(green("✔"), "listening on", green(PORT));
} catch (error) {
  console.error(red("✘"), `${HOST}:${PORT}`, (error as Error).message);
  process.exitCode = 1;
}
