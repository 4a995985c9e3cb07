// Says that it has sent the message, but does not.
// mistake: sends-nothing
// why: the line that prints is easily taken for the one that sends.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);

const message = process.argv[2] ?? "Hello Echo!";
const bytes = Buffer.from(message, "utf8");
console.log(`Sent ${bytes.length} bytes: ${message}`);
