// Calls once() and does not await it.
// mistake: not-awaited
// why: the line is there, and looks as if it waited.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();

server.listen(PORT, HOST);
once(server, "listening");
console.log(`Listening on ${HOST}:${PORT}`);

