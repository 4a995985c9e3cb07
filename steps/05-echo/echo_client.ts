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

// sendall(): a socket carries bytes, so the text is encoded. No newline, no end mark: just the message.
const message = process.argv[2] ?? "Hello Echo!";
socket.write(Buffer.from(message, "utf8"));
console.log(`Sent: ${message}`);

// TODO(05): wait for the reply, decode it, and print it as "Server echoed: …".
