// Listens on 0.0.0.0, whatever HOST says.
// mistake: wrong-address
// why: the address is copied from the exercise.
import { once } from "node:events";
import net from "node:net";

const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.listen(PORT, "0.0.0.0");
await once(server, "listening");
console.log(`Listening on 0.0.0.0:${PORT}`);
