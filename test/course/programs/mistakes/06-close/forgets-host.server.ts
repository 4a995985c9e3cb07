// Listens at 127.0.0.1, whatever HOST says, as it did not in earlier steps.
// mistake: wrong-address
// why: it was written anew for this step.
import net from "node:net";

const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.once("data", (data) => {
    console.log(`Received: ${data}`);
    socket.end(data);
    server.close();
  });
});

server.listen(PORT, "127.0.0.1", () => console.log(`Listening on port ${PORT}`));
