// Prints the client's port, but not its address.
// mistake: names-no-client
// why: on one machine, all addresses are the same.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => console.log(`Client port: ${socket.remotePort}`));
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
