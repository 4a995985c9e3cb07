// Creates the socket with net.connect(), which connects it, too.
// mistake: connects-too-early
// why: net.connect() gives a socket, just as net.createServer() gives a server.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST);
console.log(`Socket created. Connecting: ${socket.connecting}`);
