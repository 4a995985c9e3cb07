// Names the function that makes a server socket, and does not call it.
// mistake: not-called
// why: the name alone looks like the thing.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer;
console.log(`Socket created for ${HOST}:${PORT}. Listening: ${server.listening}`);
