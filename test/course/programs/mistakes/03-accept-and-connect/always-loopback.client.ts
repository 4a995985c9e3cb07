// Connects to 127.0.0.1, whatever HOST says.
// mistake: connects-elsewhere
// why: it was tried on one machine only.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();

socket.connect({ port: PORT, host: "127.0.0.1" });
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);

