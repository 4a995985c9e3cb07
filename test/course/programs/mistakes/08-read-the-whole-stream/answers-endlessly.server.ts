// Sends its echo again whenever the client has taken it.
// mistake: floods-connection
// why: "write until write() returns false, and go on at drain" was read as what an echo has to do.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  server.close();
  const pieces: Buffer[] = [];
  socket.on("data", (data) => {
    pieces.push(data);
    console.log(`Received: ${data.toString("utf8")}`);
    socket.write(data);
  });
  socket.on("end", () => {
    const send = () => {
      while (socket.write(Buffer.alloc(64 * 1024, Buffer.concat(pieces))));
    };
    socket.on("drain", send);
    send();
  });
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
