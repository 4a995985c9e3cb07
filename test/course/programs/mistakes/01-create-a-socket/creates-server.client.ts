// Creates a server socket in the client.
// mistake: creates-other-socket
// why: the line was copied from the other file.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Server();
console.log(`Socket created for ${HOST}:${PORT}. Still to be connected: ${socket.pending}`);
