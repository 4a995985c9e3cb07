// Unpacks what a listener gets.
// mistake: crashed
// why: with once(), that is right.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.on("connection", async ([socket]: any) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
