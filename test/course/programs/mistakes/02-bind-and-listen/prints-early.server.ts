// Says that it listens before it knows.
// mistake: prints-before-listening
// why: the line stands below the call, so it seems to come after it.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.listen(PORT, HOST);
console.log(`Listening on ${HOST}:${PORT}`);
