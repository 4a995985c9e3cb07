// Waits until the accepted socket is connected: it is already, and no event tells.
// mistake: waits-in-vain
// why: the client's socket has that event, too.
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

await once(socket, "connect");
const [data] = await once(socket, "data");
console.log(`Received: ${data.toString("utf8")}`);
