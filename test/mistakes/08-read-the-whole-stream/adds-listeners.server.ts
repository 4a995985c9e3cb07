// Adds a listener for the end with every piece that comes.
// mistake: leaks-listeners
// why: the end comes after the data, so its listener is written where the data is handled.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("data", (data) => {
    console.log(`Received: ${data.toString("utf8")}`);
    socket.write(data);
    socket.on("end", () => socket.end());
  });
  socket.on("error", (error) => console.error(`Connection failed: ${error.message}`));
  socket.on("close", () => server.close());
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
