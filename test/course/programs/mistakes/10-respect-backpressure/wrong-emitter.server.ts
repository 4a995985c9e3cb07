// Waits for the "drain" of the server, which never comes.
// mistake: waits-in-vain
// why: the server is what everything else began with, and any event name is accepted.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const KEEP_OPEN = process.argv.includes("--keep-open") || process.argv.includes("-k");

const server = net.createServer({ allowHalfOpen: true }, async (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  if (!KEEP_OPEN) server.close();
  socket.on("error", ({ message }) => console.error(message));
  for await (const data of socket) {
    console.log(`Received: ${data.length} bytes`);
    if (!socket.write(data)) await once(server, "drain");
  }
  socket.end();
});

server.on("error", ({ message }) => {
  console.error(`Failed at ${HOST}:${PORT}: ${message}`);
  process.exitCode = 1;
});
process.once("SIGINT", () => server.close()).once("SIGTERM", () => server.close());
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
