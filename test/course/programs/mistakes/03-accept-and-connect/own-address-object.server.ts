// Prints its own end of the connection.
// mistake: prints-own-address
// why: address() does not say whose address it is.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.listen(PORT, HOST);
await once(server, "listening");
console.log(`Listening on ${HOST}:${PORT}`);
const [socket] = await once(server, "connection");
console.log("Connected by", socket.address());
