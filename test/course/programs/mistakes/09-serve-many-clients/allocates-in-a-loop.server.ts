// Looks for the end of the message in a loop that never ends, and keeps a copy each time.
// mistake: fills-memory
// why: "while it is not complete, read on", as with a call that blocks.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  let isComplete = false;
  socket.on("end", () => (isComplete = true));
  socket.on("data", (data) => {
    const received: Buffer[] = [];
    while (!isComplete) {
      received.push(Buffer.alloc(1024 * 1024, data));
    }
    socket.end(Buffer.concat(received));
  });
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
