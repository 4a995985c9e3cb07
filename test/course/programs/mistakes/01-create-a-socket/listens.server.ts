// Listens already.
// mistake: listens-too-early
// why: every example of a server does both in one go.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.listen(PORT, HOST);
console.log("Socket created");
