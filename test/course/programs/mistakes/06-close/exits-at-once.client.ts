// Ends the program before the reply is there.
// mistake: closes-before-reply
// why: exit() ends a program in many languages, so it seems to belong at the end.
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

socket.on("data", (reply) => console.log(`Server echoed: ${reply.toString("utf8")}`));
socket.end(() => process.exit());
