// The shortest echo server that Node has: what it can do.
import net from "node:net";

const server = net.createServer((socket) => {
  socket.on("error", () => socket.destroy());
  socket.pipe(socket);
});
server.listen(Number(process.env["PORT"]), "127.0.0.1");
