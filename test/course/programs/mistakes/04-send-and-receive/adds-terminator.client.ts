// Ends the message with a zero byte.
// mistake: adds-bytes
// why: that is how a text ends in C.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);

const message = process.argv[2] ?? "Hello Echo!";
socket.write(message + "\0");
console.log(`Sent: ${message}`);
