// A right server for the steps in which nobody sends anything: it sees the client off at once.
// right for: 02-03
import { createServer } from "node:net";

const server = createServer({ pauseOnConnect: true });
server.on("connection", (socket) => {
  socket.end();
  console.log(`Seen ${socket.remoteAddress}:${socket.remotePort} off`);
});
server.listen(Number(process.env.PORT ?? 9999), process.env.HOST ?? "0.0.0.0", function listening() {
  console.log(`Doors open: ${JSON.stringify(server.address())}`);
});
