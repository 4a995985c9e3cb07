// Prints the promise of the data.
// mistake: not-awaited
// why: without await, the promise is taken for its value.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();

server.listen(PORT, HOST);
await once(server, "listening");
console.log(`Listening on ${HOST}:${PORT}`);

const [socket] = (await once(server, "connection")) as [net.Socket];
console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);

const data = once(socket, "data");
console.log(`Received: ${data}`);
