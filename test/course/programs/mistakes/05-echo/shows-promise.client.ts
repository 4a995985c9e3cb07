// Prints the promise of the reply.
// mistake: not-awaited
// why: without await, the promise is taken for its value.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();

socket.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);

const message = process.argv[2] ?? "Hello Echo!";
socket.write(Buffer.from(message, "utf8"));
console.log(`Sent: ${message}`);

const reply = once(socket, "data");
console.log("Server echoed:", reply);
