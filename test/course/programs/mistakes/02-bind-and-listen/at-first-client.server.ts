// Says that it listens only when somebody connects.
// mistake: prints-when-connected
// why: the handler of createServer() is taken for the one of listen().
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer(() => {
  console.log(`Listening on ${HOST}:${PORT}`);
});
server.listen(PORT, HOST);
