// Ends the program before the system has answered.
// mistake: ends-at-once
// why: listen() looks like a call that waits until it is done.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.listen(PORT, HOST);
console.log(`Listening on ${HOST}:${PORT}`);
process.exit();
