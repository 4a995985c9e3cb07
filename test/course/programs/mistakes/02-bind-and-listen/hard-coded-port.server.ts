// Listens on a port of its own choice.
// mistake: hard-coded-port
// why: the number is copied from an example.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = 9999;

const server = net.createServer();
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
