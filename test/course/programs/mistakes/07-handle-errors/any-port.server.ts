// Listens at a port of its system's choice, with errors caught.
// mistake: hard-coded-port
// why: with 0, no port is ever in use.
import { once } from "node:events";
import net from "node:net";
const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const server = net.createServer();
server.maxConnections = 1;
let socket: net.Socket | undefined;

try {
  server.listen(0, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);
  [socket] = (await once(server, "connection")) as [net.Socket];
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  const [data] = (await Promise.race([once(socket, "data"), once(socket, "end")])) as [Buffer?];
  if (data === undefined) throw new Error("the client left without sending anything");
  console.log(`Received: ${data.toString("utf8")}`);
  socket.write(data);
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
