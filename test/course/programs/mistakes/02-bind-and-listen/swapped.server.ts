// Takes the address for the port, and the port for the address.
// mistake: swaps-host-and-port
// why: an address is usually written with the host first.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.listen(HOST, PORT, () => console.log(`Listening on ${HOST}:${PORT}`));
