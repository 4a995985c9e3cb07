// Names toString, and does not call it.
// mistake: prints-function
// why: a property needs no parentheses.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Client ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("data", (data) => {
    console.log(`Received: ${data.toString}`);
  });
});
server.listen(PORT, HOST, () => console.log(`Server ${HOST}:${PORT}`));
