// Adds a listener that echoes, and ends its side before any data has come.
// mistake: ends-before-client
// why: it reads as if the line with "data" waited for the data.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer({ allowHalfOpen: true });
server.maxConnections = 1;
let socket: net.Socket | undefined;

try {
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);

  [socket] = (await once(server, "connection")) as [net.Socket];
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);

  const decoder = new TextDecoder();
  const client = socket;
  client.on("data", (data: Buffer) => {
    console.log(`Received: ${decoder.decode(data, { stream: true })}`);

    if (client.writable) client.write(data);
  });

  socket.end();
  await once(socket, "close");
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo server failed (${HOST}:${PORT}): ${message || code}`);
  process.exitCode = 1;
} finally {
  socket?.destroy();
  server.close();
}
