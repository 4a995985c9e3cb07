// The echo server: it sends back exactly the bytes that it receives.

// 0.0.0.0 means every IPv4 address of this machine.
const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

// TODO(01): import net from node:net, create a server socket with it, and print that it exists.
console.log(`No socket yet. The plan: ${HOST}:${PORT}`);
