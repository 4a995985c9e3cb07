// Creates a socket for a connection, where one that listens is needed.
// mistake: creates-other-socket
// why: both are called sockets.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = new net.Socket();
console.log(`Socket created for ${HOST}:${PORT}. Listening: ${server.listening}`);
