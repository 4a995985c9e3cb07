// A right echo server that lets one stream decode for the terminal, and another take the bytes back as they are.
// right for: 08
import net from "node:net";
import { PassThrough } from "node:stream";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
  server.close(); // Nobody else is served. This connection goes on.
  console.log("->", socket.remoteAddress, socket.remotePort);
  const text = new PassThrough({ encoding: "utf8" });
  text.on("data", (piece: string) => process.stdout.write(piece));
  socket.on("error", fail);
  socket.pipe(text);
  socket.pipe(socket);
});

function fail({ message }: Error): void {
  console.error(`${HOST}:${PORT} ${message}`);
  process.exitCode = 1;
}

server.on("error", fail);
process.on("uncaughtException", fail);
server.listen(PORT, HOST, () => console.log("port", PORT));
