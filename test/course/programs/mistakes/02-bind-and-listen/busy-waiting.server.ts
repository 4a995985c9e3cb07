// Never stops computing: no event can come while this loop runs.
// mistake: never-stops-computing
// why: in other languages another thread would change the property.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.listen(PORT, HOST);
while (!server.listening) {
  // Wait.
}
console.log(`Listening on ${HOST}:${PORT}`);
