// The echo client: it sends a message and prints what the server sends back.

// 127.0.0.1 means this machine itself.
const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

// TODO(01): import net from node:net, create a client socket with it, and print that it exists.
console.log(`No socket yet. The plan: ${HOST}:${PORT}`);
