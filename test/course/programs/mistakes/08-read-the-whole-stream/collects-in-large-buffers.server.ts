// Takes a large buffer for each piece, and keeps them all.
// mistake: fills-memory
// why: as in C, where one makes room before one receives.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const room: Buffer[] = [];
const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  server.close();
  socket.on("data", (data) => {
    for (const byte of data) {
      room.push(Buffer.alloc(32 * 1024 * 1024, byte));
    }
    console.log(`Received: ${data.toString("utf8")}`);
    socket.write(data);
  });
  socket.on("end", () => socket.end());
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
