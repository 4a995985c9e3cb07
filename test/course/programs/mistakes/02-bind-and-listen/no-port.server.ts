// Does not say where it listens.
// mistake: prints-no-port
// why: whoever writes the program knows the port.
import { once } from "node:events";
import net from "node:net";

const server = net.createServer();
server.listen(Number(process.env.PORT ?? 9999), process.env.HOST ?? "0.0.0.0");
await once(server, "listening");
console.log("The server is listening ...");
