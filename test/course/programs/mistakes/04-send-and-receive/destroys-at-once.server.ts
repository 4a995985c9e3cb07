// Destroys the socket below its listener.
// mistake: closes-socket-at-once
// why: what is opened has to be closed.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("data", (data) => console.log(`Received: ${data.toString("utf8")}`));
  socket.destroy();
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
