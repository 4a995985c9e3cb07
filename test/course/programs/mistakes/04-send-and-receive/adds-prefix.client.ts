// Puts a label before the message.
// mistake: adds-bytes
// why: what is printed and what is sent is mixed up.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);

const message = `Message: ${process.argv[2] ?? "Hello Echo!"}`;
socket.write(message);
console.log(message);
