// Waits for data that can no longer come.
// mistake: hangs-on-silent-client
// why: a client that says nothing is not thought of.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
try {
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);
  const [socket] = await once(server, "connection");
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  const [data] = await once(socket, "data");
  console.log(`Received: ${data.toString("utf8")}`);
  socket.end(data);
  await once(socket, "close");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
}
server.close();
