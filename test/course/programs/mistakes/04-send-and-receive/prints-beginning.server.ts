// Prints the first bytes only.
// mistake: garbles-text
// why: logs should be short.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("data", (data) => console.log(`Received: ${data.toString("utf8", 0, 5)}`));
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
