// The echo server: it sends back exactly the bytes that it receives.
import { once } from "node:events";
import net from "node:net";

// 0.0.0.0 means every IPv4 address of this machine.
const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

// So far the socket is an object in this program. The operating system does not know of it yet.
const server = net.createServer();

// bind() and listen() in one call. The call only asks for it; the event says that it is done.
server.listen(PORT, HOST);
await once(server, "listening");
console.log(`Listening on ${HOST}:${PORT}`);

// accept(): `server` goes on listening, `socket` is the connection to this one client.
const [socket] = (await once(server, "connection")) as [net.Socket];
console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);

// TODO(04): wait for data from the client. What arrives is a Buffer: bytes, not text.
// TODO(04): decode the bytes as UTF-8 and print the text.
