// Listens for the errors of the server, and not for those of the connection.
// mistake: crashes-on-error
// why: all that the server does seems to be an event of the server.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("data", (data) => {
    console.log(`Received: ${data.toString("utf8")}`);
    socket.end(data);
  });
  socket.on("close", () => server.close());
});
server.on("error", (error) => {
  console.error(`Echo server failed (${HOST}:${PORT}): ${error.message}`);
  process.exitCode = 1;
});
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  console.error(`Echo server failed (${HOST}:${PORT}): ${(error as Error).message}`);
  process.exitCode = 1;
}
