// Ends the connection when its buffer is full.
// mistake: drops-bytes
// why: false looks like an error, and errors end the connection.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const KEEP_OPEN = process.argv.includes("--keep-open") || process.argv.includes("-k");

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  if (!KEEP_OPEN) server.close();
  socket.on("error", ({ message }) => console.error(message));
  socket.on("data", (data) => {
    console.log(`Received: ${data.length} bytes`);
    if (socket.write(data)) return;
    console.error("The client is too slow");
    socket.pause();
    socket.end();
  });
  socket.on("end", () => socket.end());
});

server.on("error", ({ message }) => {
  console.error(`Failed at ${HOST}:${PORT}: ${message}`);
  process.exitCode = 1;
});
process.once("SIGINT", () => server.close()).once("SIGTERM", () => server.close());
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
