// Closes its listening socket when it listens.
// mistake: closes-listener-at-once
// why: what was opened has to be closed.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.listen(PORT, HOST);
await once(server, "listening");
console.log(`Listening on ${HOST}:${PORT}`);
server.close();
