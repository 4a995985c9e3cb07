// Adds a listener for each piece that arrives.
// remark: adds-listeners
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  server.close();
  let rest = 3;
  socket.on("data", (data) => {
    console.log(`Received: ${data.toString("utf8")}`);
    for (; rest > 0; rest -= 1) {
      socket.on("drain", () => undefined);
    }
    socket.end(data);
  });
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
