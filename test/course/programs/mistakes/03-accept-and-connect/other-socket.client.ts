// Connects another socket than the one that it waits for.
// mistake: other-object
// why: net.connect() looks like a call for the socket that there is.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();
net.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);
