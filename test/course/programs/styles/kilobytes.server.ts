// A right echo server that takes a kilobyte at a time, until nothing more has come.
// right for: 02-05
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const SIZE = 1024;

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("readable", () => {
    while (socket.readableLength > 0) {
      const bytes = socket.read(Math.min(SIZE, socket.readableLength)) as Buffer;
      console.log(`Received: ${bytes}`);
      socket.write(bytes);
    }
  });
});

server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
