// Waits for its client at a socket of its own.
// mistake: waits-in-vain
// why: what is wanted is a socket, so one is created and asked.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.listen(PORT, HOST);
await once(server, "listening");
console.log(`Listening on ${HOST}:${PORT}`);

const socket = new net.Socket();
await once(socket, "connection");
console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
