// Has its sockets paused from the beginning, and never resumes them.
// mistake: stays-paused
// why: an option that is for handing sockets to other processes.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer({ pauseOnConnect: true }, (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("data", (data) => {
    console.log(`Received: ${data.toString("utf8")}`);
    socket.write(data);
  });
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
