// Connects to a port of its own choice.
// mistake: hard-coded-port
// why: the number is copied from an example.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = 5001;

const socket = net.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);
