// Has the apostrophes of a word processor around the name of an event.
// mistake: foreign-quotes
// why: the listener was copied from a page that shows such marks.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.once("data", (data) => socket.end(data, () => server.close()));
});

server.on(‘error’, (error) => {
  console.error(`Server on ${HOST}:${PORT}: ${error.message}`);
  process.exitCode = 1;
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
