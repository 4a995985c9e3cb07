// Does not listen for errors of the connection.
// mistake: crashes-on-error
// why: the server has a listener for errors, and that seems to be enough.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.once("data", (data) => {
    console.log(`Received: ${data.toString("utf8")}`);
    socket.end(data);
  });
  socket.on("close", () => server.close());
});
server.on("error", ({ message }) => {
  console.error(`Failed at ${HOST}:${PORT}: ${message}`);
  process.exitCode = 1;
});
try {
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);
} catch {
  process.exitCode = 1;
}
