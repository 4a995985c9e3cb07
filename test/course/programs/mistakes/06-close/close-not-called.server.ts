// Names close(), and does not call it.
// mistake: not-called
// why: a listener is named without parentheses, too.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("data", (data) => {
    console.log(`Received: ${data.toString("utf8")}`);
    socket.end(data);
  });
  socket.on("close", () => server.close);
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
