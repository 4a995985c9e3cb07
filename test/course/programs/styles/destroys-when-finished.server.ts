// A right echo server that destroys the socket when all has gone out, with the end of the stream after it.
// right for: 02-07
import { once } from "node:events";
import net from "node:net";
import { finished } from "node:stream/promises";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const server = new net.Server();

try {
  await once(server.listen(PORT, HOST), "listening");
  console.log(`Listening on ${HOST}:${PORT}`);
  const [socket] = (await once(server, "connection")) as [net.Socket];
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  const [data] = (await Promise.race([once(socket, "data"), once(socket, "end")])) as [Buffer?];
  console.log(data?.toString() ?? "Not a word");
  if (data) socket.write(data);
  socket.end();
  await finished(socket, { readable: false });
  socket.destroy();
} catch (error) {
  console.error(`Echo server (${HOST}:${PORT}): ${(error as Error).message}`);
  process.exitCode = 1;
}
server.close();
