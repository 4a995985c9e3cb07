// Listens for the errors of its clients, and does nothing about them.
// mistake: hides-failing-client
// why: the listener is there only to keep the program alive.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const keepOpen = process.argv.includes("--keep-open") || process.argv.includes("-k");

const server = net.createServer({ allowHalfOpen: true });

server.on("connection", (socket) => {
  if (!keepOpen) server.close();
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  const decoder = new TextDecoder();
  socket.on("data", (data) => {
    console.log(`Received: ${decoder.decode(data, { stream: true })}`);
    socket.write(data);
  });
  socket.on("end", () => {
    console.log(`Received: ${decoder.decode()}`);
    socket.end();
  });
  socket.on("error", () => {
    if (!keepOpen) process.exitCode = 1;
  });
});

function fail(error: unknown) {
  console.error(`Server on ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
}

server.on("error", fail);
process.once("SIGINT", () => server.close());
process.once("SIGTERM", () => server.close());
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  fail(error);
}
