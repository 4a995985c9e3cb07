// Ends its side before the echo.
// mistake: no-echo
// why: the client has said all, so the connection seems to be over.
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
  if (data === undefined) throw new Error("the client left without sending anything");
  console.log(`Received: ${data.toString("utf8")}`);

  socket.end();
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
