// Asks the server for what only the socket of the connection knows.
// mistake: prints-undefined
// why: there are two sockets, and the name "server" is at hand.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.on("connection", () => console.log(`Connected by ${server.remoteAddress}:${server.remotePort}`));
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
