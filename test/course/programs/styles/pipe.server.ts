// A right echo server, written with pipe(): one to the client, one to the terminal.
// right for: 02-05
import net from "node:net";

const PORT = Number(process.env.PORT ?? 9999);

net
  .createServer((socket) => {
    console.log("->", socket.remoteAddress, socket.remotePort);
    socket.pipe(process.stdout, { end: false });
    socket.pipe(socket);
  })
  .listen(PORT, process.env.HOST ?? "0.0.0.0", () => console.log("port", PORT));
