// Throws an object that is no Error.
// mistake: reports-undefined
// why: it tells what went wrong, after all.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.maxConnections = 1;
let socket: net.Socket | undefined;

try {
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);

  [socket] = (await once(server, "connection")) as [net.Socket];
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);

  const [data] = (await Promise.race([once(socket, "data"), once(socket, "end")])) as [Buffer?];
  if (data === undefined) throw { reason: "the client left" };
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
