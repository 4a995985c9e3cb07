// Takes the end of the stream for data.
// mistake: crashed
// why: a client that says nothing is not thought of.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
try {
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exit(1);
}
const [socket] = await once(server, "connection");
console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
socket.on("error", ({ message }: Error) => {
  console.error(`Failed at ${HOST}:${PORT}: ${message}`);
  process.exit(1);
});
const [data] = await Promise.race([once(socket, "data"), once(socket, "end")]);
console.log(`Received: ${data.toString("utf8")}`);
socket.end(data);
server.close();
