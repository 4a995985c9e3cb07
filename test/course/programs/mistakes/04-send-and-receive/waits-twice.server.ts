// Waits for data, and then once more for what they are.
// mistake: taken-before
// why: waiting and receiving are two calls elsewhere.
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

await once(socket, "data");
const [data] = (await once(socket, "data")) as [Buffer];
console.log(`Received: ${data.toString("utf8")}`);
