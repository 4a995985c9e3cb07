// Waits for an event that has already been.
// mistake: taken-before
// why: each close() is followed by the wait for its event, one after the other.
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
const [data] = (await once(socket, "data")) as [Buffer];
console.log(`Received: ${data.toString("utf8")}`);
socket.write(data);

socket.end();
await once(socket, "close");
server.close();
await once(socket, "close");
