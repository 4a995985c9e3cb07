// Waits until it listens, and then asks for it.
// mistake: nobody-asked
// why: who waits first misses nothing.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
await once(server, "listening");
server.listen(PORT, HOST);
console.log(`Listening on ${HOST}:${PORT}`);
