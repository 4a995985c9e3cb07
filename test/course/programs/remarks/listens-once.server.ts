// Adds one listener for each event.
// remark: none
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  server.close();
  socket.on("drain", () => undefined);
  socket.on("data", (data) => {
    console.log(`Received: ${data.toString("utf8")}`);
    socket.end(data);
  });
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
