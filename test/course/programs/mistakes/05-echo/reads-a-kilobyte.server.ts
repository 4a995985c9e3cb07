// Reads a kilobyte of what has come, and leaves the rest where it is.
// mistake: partial-echo
// why: read() takes how much one wants, as recv() does.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.once("readable", () => {
    const bytes: Buffer | null = socket.read(Math.min(1024, socket.readableLength));
    if (bytes === null) return;
    console.log("Received:", bytes.toString());
    socket.write(bytes);
  });
});

server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
