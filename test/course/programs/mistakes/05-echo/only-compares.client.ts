// Tells whether the reply is right, but not what it is.
// mistake: prints-other-reply
// why: that is what the user wants to know.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);

const message = process.argv[2] ?? "Hello Echo!";
socket.write(Buffer.from(message, "utf8"));
console.log(`Sent: ${message}`);

const [reply] = await once(socket, "data");
console.log(reply.equals(Buffer.from(message)) ? "The echo is right" : "The echo is wrong");
