// Ends the message with a newline.
// mistake: adds-newline
// why: console.log() and Python's print() end a line, and so do many protocols.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);

const message = process.argv[2] ?? "Hello Echo!";
socket.write(`${message}\n`);
console.log(`Sent: ${message}`);
