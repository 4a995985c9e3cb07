// Takes the address for the port, and the port for the address.
// mistake: swaps-host-and-port
// why: an address is usually written with the host first.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();
socket.connect(HOST, PORT);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);
