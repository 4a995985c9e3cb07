// Sends the message twice.
// mistake: adds-bytes
// why: end() is taken for a call that only closes.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);

const message = Buffer.from(process.argv[2] ?? "Hello Echo!", "utf8");
socket.write(message);
socket.end(message);
console.log(`Sent: ${message}`);
