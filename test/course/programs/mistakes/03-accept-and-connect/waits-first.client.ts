// Waits until it is connected, and then asks for it.
// mistake: nobody-asked
// why: who waits first misses nothing.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();
const connected = once(socket, "connect");
await connected;
socket.connect(PORT, HOST);
console.log(`Connected to ${HOST}:${PORT}`);
