// Listens for errors, but listen() throws some of them.
// mistake: crashes-on-error
// why: errors come as events, so all of them seem to.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const fail = ({ message }: Error) => {
  console.error(`Failed at ${HOST}:${PORT}: ${message}`);
  process.exitCode = 1;
  server.close();
};
const server = net.createServer(async (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("error", fail);
  socket.on("close", () => server.close());
  const [data] = await Promise.race([once(socket, "data"), once(socket, "close")]);
  if (!Buffer.isBuffer(data)) return;
  console.log(`Received: ${data.toString("utf8")}`);
  socket.end(data);
});
server.on("error", fail);
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
