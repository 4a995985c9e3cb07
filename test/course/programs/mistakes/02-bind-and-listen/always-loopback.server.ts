// Listens at 127.0.0.1, whatever HOST says.
// mistake: wrong-address
// why: it was tried on one machine only.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();

server.listen(PORT, "127.0.0.1");
await once(server, "listening");
console.log(`Listening on ${HOST}:${PORT}`);

