// A right server for the steps in which it only reads: it lets the socket decode the text.
// right for: 02-04
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.on("connection", (socket) => {
  console.log({ remote: { address: socket.remoteAddress, port: socket.remotePort } });
  socket.setEncoding("utf8").on("data", (text) => console.log({ text }));
});
server.once("listening", () => console.table({ HOST, PORT }));
server.listen({ port: PORT, host: HOST, backlog: 1 });
