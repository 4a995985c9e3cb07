// Sends each piece sixteen times, and does not look at what write() returns.
// mistake: fills-memory
// why: a piece can be lost on the way, so one had better send it more than once.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  if (!process.argv.includes("--keep-open")) server.close();
  socket.on("data", (data) => {
    console.log(`Received: ${data.length} bytes`);
    for (let times = 0; times < 16; times += 1) {
      socket.write(Buffer.from(data));
    }
  });
  socket.on("end", () => socket.end());
  socket.on("error", (error) => console.error(`A client failed: ${error.message}`));
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
