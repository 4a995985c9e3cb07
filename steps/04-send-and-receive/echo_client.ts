// The echo client: it sends a message and prints what the server sends back.
import { once } from "node:events";
import net from "node:net";

// 127.0.0.1 means this machine itself.
const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

// So far the socket is an object in this program. The operating system does not know of it yet.
const socket = new net.Socket();

// connect(): the call only asks for it; the event says that the server's system has agreed.
socket.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);

// TODO(04): the message is the first argument of this program, or "Hello Echo!" when there is none.
// TODO(04): encode it as UTF-8 bytes, send them, and print the message that you sent.
