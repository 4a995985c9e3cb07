// Hands over the name of the constant, in quotation marks.
// mistake: text-for-port
// why: a name looks like a text.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.listen("PORT", HOST);
await once(server, "listening");
console.log(`Listening on ${HOST}:${PORT}`);
