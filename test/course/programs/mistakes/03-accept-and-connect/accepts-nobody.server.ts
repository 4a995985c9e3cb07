// Waits for an event that only a client's socket has.
// mistake: waits-in-vain
// why: the two names differ by three letters.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
console.log(`Binding to ${HOST}:${PORT} ...`);
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
server.on("connect", (socket) => console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`));
