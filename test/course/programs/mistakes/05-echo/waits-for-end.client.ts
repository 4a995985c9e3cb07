// Waits for the end before it reads: nobody reads, so no end ever comes.
// mistake: awaits-forever
// why: first all has to be there, then it can be read.
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

await once(socket, "end");
const [reply] = await once(socket, "data");
console.log(`Server echoed: ${reply.toString("utf8")}`);
