// Listens on whatever port the system chooses.
// mistake: hard-coded-port
// why: without a port, listen() works, too.
import net from "node:net";

const server = net.createServer();
server.listen(() => console.log("Listening on", server.address()));
