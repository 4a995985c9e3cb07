// Says that it listens, but never calls listen().
// mistake: never-listens
// why: createServer() sounds as if it did everything.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.on("listening", () => console.log("Bound"));
console.log(`Listening on ${HOST}:${PORT}`);
