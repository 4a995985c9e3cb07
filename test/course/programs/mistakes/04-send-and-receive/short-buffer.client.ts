// Makes room for as many bytes as the text has characters.
// mistake: sends-wrong-bytes
// why: in English text, both are the same.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);

const message = process.argv[2] ?? "Hello Echo!";
const bytes = Buffer.alloc(message.length);
bytes.write(message, "utf8");
socket.write(bytes);
console.log(`Sent: ${message}`);
