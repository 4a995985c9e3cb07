// Waits for an event that has already been.
// mistake: event-has-been
// why: to give the system some time seems safe.
import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.listen(PORT, HOST);
await sleep(100);
await once(server, "listening");
console.log(`Listening on ${HOST}:${PORT}`);
