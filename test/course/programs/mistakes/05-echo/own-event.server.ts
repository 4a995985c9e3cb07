// Has an event of its own, which is right, and sends nothing.
// mistake: no-echo
// why: the errors came first.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("failure", (message: string) => console.error(message));
  socket.on("error", (error) => socket.emit("failure", error.message));
  socket.on("data", (data) => console.log(`Received: ${data.toString("utf8")}`));
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
