// Prints what once() gives: an array with the Buffer in it.
// mistake: prints-raw-buffer
// why: the brackets around the name are easily forgotten.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);

const message = process.argv[2] ?? "Hello Echo!";
socket.write(Buffer.from(message, "utf8"));
console.log(`Sent: ${message}`);

const reply = await once(socket, "data");
console.log("Server echoed:", reply);
