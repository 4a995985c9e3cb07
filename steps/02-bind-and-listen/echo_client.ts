// The echo client: it sends a message and prints what the server sends back.
import net from "node:net";

// 127.0.0.1 means this machine itself.
const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

// So far the socket is an object in this program. The operating system does not know of it yet.
const socket = new net.Socket();
console.log(`Socket created for ${HOST}:${PORT}. Still to be connected: ${socket.pending}`);
