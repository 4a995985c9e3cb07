// Says that somebody is there, but not who.
// mistake: names-no-client
// why: that a client has connected seems to be all that matters.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer(() => console.log("A client has connected"));
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
