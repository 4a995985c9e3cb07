// Closes its listening socket below all that waits for a client.
// mistake: closes-listener-at-once
// why: the last line of a program seems to be the last thing that it does.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
server.close();
