// Closes the server in the listener that waits for it to be closed.
// mistake: never-reached
// why: it seems to say: when it closes, close it.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("data", (data) => {
    console.log(`Received: ${data.toString("utf8")}`);
    socket.end(data);
  });
});
server.on("close", () => {
  server.close();
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
