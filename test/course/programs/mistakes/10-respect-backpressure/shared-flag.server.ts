// Has one variable for all clients that says whether to wait.
// mistake: holds-all-back
// why: with one client, one variable is enough.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const KEEP_OPEN = process.argv.includes("--keep-open") || process.argv.includes("-k");
let draining: Promise<unknown> | undefined;

const server = net.createServer({ allowHalfOpen: true }, async (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  if (!KEEP_OPEN) server.close();
  socket.on("error", ({ message }) => console.error(message));
  for await (const data of socket.iterator({ destroyOnReturn: false })) {
    console.log(`Received: ${data.length} bytes`);
    await draining;
    if (!socket.write(data)) draining = once(socket, "drain");
  }
  socket.end();
});

server.on("error", ({ message }) => {
  console.error(`Failed at ${HOST}:${PORT}: ${message}`);
  process.exitCode = 1;
});
process.once("SIGINT", () => server.close()).once("SIGTERM", () => server.close());
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
