// Says that it is connected before it is.
// mistake: not-awaited
// why: await is forgotten.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();

socket.connect(PORT, HOST);
once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);

