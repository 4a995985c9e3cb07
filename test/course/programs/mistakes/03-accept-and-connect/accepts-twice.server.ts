// Waits for a client, and then once more for its socket.
// mistake: taken-before
// why: first comes the event, then the value: two lines seem natural.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();

server.listen(PORT, HOST);
await once(server, "listening");
console.log(`Listening on ${HOST}:${PORT}`);

await once(server, "connection");
const [socket] = (await once(server, "connection")) as [net.Socket];
console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
