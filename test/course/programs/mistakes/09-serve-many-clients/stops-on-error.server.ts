// Stops listening when a connection fails.
// mistake: one-client-ends-all
// why: that was right for one client.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const KEEP_OPEN = process.argv.includes("--keep-open") || process.argv.includes("-k");

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  const decoder = new TextDecoder();
  socket.on("data", (data) => {
    console.log(`Received: ${decoder.decode(data, { stream: true })}`);
    socket.write(data);
  });
  socket.on("end", () => socket.end());
  socket.on("error", ({ message }) => {
    console.error(`Failed at ${HOST}:${PORT}: ${message}`);
    process.exitCode = 1;
    server.close();
  });
  socket.on("close", () => {
    if (!KEEP_OPEN) server.close();
  });
});

server.on("error", (error) => {
  console.error(`Failed at ${HOST}:${PORT}: ${error.message}`);
  process.exitCode = 1;
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close());
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
