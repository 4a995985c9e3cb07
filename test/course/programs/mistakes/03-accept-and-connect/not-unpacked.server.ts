// Takes the array that once() gives for the socket in it.
// mistake: prints-undefined
// why: that an event can bring several things is easily forgotten.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.listen(PORT, HOST);
await once(server, "listening");
console.log(`Listening on ${HOST}:${PORT}`);

const socket = (await once(server, "connection")) as any;
console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
