// Unpacks a promise instead of what it brings.
// mistake: not-awaited
// why: await is forgotten.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();

server.listen(PORT, HOST);
await once(server, "listening");
console.log(`Listening on ${HOST}:${PORT}`);

const [socket] = once(server, "connection") as unknown as [net.Socket];
console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);

