// Hands over something that is neither bytes nor text.
// mistake: crashed
// why: console.log() takes anything, so write() should, too.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);

const message = process.argv.slice(2);
socket.write(message);
console.log(`Sent: ${message}`);
