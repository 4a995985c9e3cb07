// Listens on every address of the machine.
// mistake: wrong-address
// why: listen() works without a host, too.
import net from "node:net";

const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.listen(PORT, () => console.log(`Listening on port ${PORT}`));
