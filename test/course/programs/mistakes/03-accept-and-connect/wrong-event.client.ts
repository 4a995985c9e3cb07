// Waits for an event that only a server has.
// mistake: waits-in-vain
// why: the two names differ by three letters.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST);
await once(socket, "connection");
console.log(`Connected to ${HOST}:${PORT}`);
