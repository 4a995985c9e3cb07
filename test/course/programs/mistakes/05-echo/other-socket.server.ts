// Creates a socket of its own for each client.
// mistake: other-object
// why: the client has created its socket, too.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.on("connection", (client) => {
  console.log(`Connected by ${client.remoteAddress}:${client.remotePort}`);
  const socket = new net.Socket();
  socket.on("data", (data) => {
    console.log(`Received: ${data.toString("utf8")}`);
    socket.write(data);
  });
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
