// Waits until it is connected, twice.
// mistake: taken-before
// why: the line was moved, and the old one forgotten.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();

socket.connect(PORT, HOST);
await once(socket, "connect");
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);
