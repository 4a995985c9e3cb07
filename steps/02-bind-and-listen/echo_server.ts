// The echo server: it sends back exactly the bytes that it receives.
import net from "node:net";

// 0.0.0.0 means every IPv4 address of this machine.
const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

// So far the socket is an object in this program. The operating system does not know of it yet.
const server = net.createServer();
console.log(`Socket created for ${HOST}:${PORT}. Listening: ${server.listening}`);

// TODO(02): bind the socket to HOST and PORT and let it listen.
// TODO(02): wait until it really listens (once, from node:events). Only then print where, not the line above.
