// Awaits listen(), which gives no promise.
// mistake: awaits-no-promise
// why: await looks as if it waited for anything.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();

await server.listen(PORT, HOST);
console.log(`Listening on ${HOST}:${PORT}`);

