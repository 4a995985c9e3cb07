// A right echo server for the whole stream, written with async iteration over the chunks of a socket, which this
// iterator does not destroy at the end.
// right for: 08-10
import { on, once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const KEEP_OPEN = /^(-k|--keep-open)$/m.test(process.argv.join("\n"));

async function serve(socket: net.Socket): Promise<void> {
  console.log(`Serving ${socket.remoteAddress}:${socket.remotePort}`);
  const decoder = new TextDecoder();
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    console.log(`Received ${chunk.length} bytes: ${decoder.decode(chunk, { stream: true })}`);
    if (!socket.write(chunk)) await once(socket, "drain");
  }
  console.log(`Received all: ${decoder.decode()}`);
  socket.end();
  await once(socket, "close");
}

function report(error: unknown, place = `${HOST}:${PORT}`): void {
  console.error(place, String(error));
}

const server = net.createServer({ allowHalfOpen: true });
const stop = () => server.close();
process.once("SIGINT", stop);
process.once("SIGTERM", stop);

try {
  const connections = on(server, "connection", { close: ["close"] });
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
  for await (const [socket] of connections as AsyncIterableIterator<[net.Socket]>) {
    if (KEEP_OPEN) {
      const client = `${socket.remoteAddress}:${socket.remotePort}`;
      serve(socket).catch((error: unknown) => report(error, client));
      continue;
    }
    await serve(socket);
    break;
  }
} catch (error) {
  report(error);
  process.exitCode = 1;
}
server.close();
