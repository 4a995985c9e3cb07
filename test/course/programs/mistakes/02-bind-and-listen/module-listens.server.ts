// Calls listen() of the module, and not of the server.
// mistake: crashed
// why: "net listens" sounds right.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
(net as unknown as net.Server).listen(PORT, HOST);
server.on("listening", () => console.log(`Listening on ${HOST}:${PORT}`));
