// A right echo server that waits for its port: it tries again, as in the example in Node's documentation.
// right for: 02-06
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EADDRINUSE") throw error;
  console.error(`Port ${PORT} is in use, retrying ...`);
  setTimeout(() => server.listen(PORT, HOST), 1_000);
});
server.on("listening", () => console.log(`Finally: port ${PORT} is mine`));

console.log(`I would like to have port ${PORT}`);
server.listen(PORT, HOST);
const [socket] = (await once(server, "connection")) as [net.Socket];
console.log(`${socket.remoteAddress} ${socket.remotePort}`);
const [data] = (await once(socket, "data")) as [Buffer];
console.log(`${data}`);
socket.end(data);
await once(socket, "end");
server.close();
