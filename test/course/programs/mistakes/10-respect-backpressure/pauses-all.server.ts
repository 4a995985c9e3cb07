// Pauses every connection when one is full.
// mistake: holds-all-back
// why: memory is short in the whole server, so all should wait.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const KEEP_OPEN = process.argv.includes("--keep-open") || process.argv.includes("-k");
const sockets = new Set<net.Socket>();
let full = false;

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  if (!KEEP_OPEN) server.close();
  socket.on("error", ({ message }) => console.error(message));
  sockets.add(socket);
  socket.on("close", () => sockets.delete(socket));
  socket.on("data", (data) => {
    console.log(`Received: ${data.length} bytes`);
    if (socket.write(data)) return;
    full = true;
    for (const each of sockets) each.pause();
  });
  socket.on("drain", () => {
    full = false;
    for (const each of sockets) each.resume();
  });
  socket.on("end", () => socket.end());
  if (full) socket.pause();
});

server.on("error", ({ message }) => {
  console.error(`Failed at ${HOST}:${PORT}: ${message}`);
  process.exitCode = 1;
});
process.once("SIGINT", () => server.close()).once("SIGTERM", () => server.close());
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
