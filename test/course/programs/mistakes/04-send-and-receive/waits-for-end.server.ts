// Prints only when the client has closed the connection.
// mistake: receives-nothing
// why: that is how a file is read.
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

const chunks: Buffer[] = [];
socket.on("data", (chunk) => chunks.push(chunk));
await once(socket, "end");
console.log(`Received: ${Buffer.concat(chunks).toString("utf8")}`);
