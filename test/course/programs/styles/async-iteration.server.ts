// A right echo server, written with async iteration: over the connections, and over the chunks of one.
// right for: 02-07
import { on } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();

try {
  const connections = on(server, "connection", { close: ["close"] });
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
  for await (const [socket] of connections as AsyncIterableIterator<[net.Socket]>) {
    console.log(`Serving ${socket.remoteAddress}:${socket.remotePort}`);
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      console.log(`Received ${chunk.length} bytes: ${chunk}`);
      if (socket.writable) socket.end(chunk);
    }
    server.close();
  }
} catch (error) {
  console.error(`${HOST}:${PORT}`, String(error));
  process.exitCode = 1;
  server.close();
}
