// Prints its own end of the connection.
// mistake: prints-own-address
// why: seen from here, "local" sounds like the client on the same machine.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.localAddress}:${socket.localPort}`);
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
