// A right echo server, written with event listeners. It checks PORT itself.
// right for: 02-07
import { Server, type Socket } from "node:net";

const host = process.env.HOST ?? "0.0.0.0";
const port = Number.parseInt(process.env.PORT ?? "9999", 10);
if (!(port > 0 && port < 65_536)) {
  console.error(`PORT should be a number from 1 to 65535, not "${process.env.PORT}"`);
  process.exit(1);
}

const server = new Server();
server.on("listening", onListening);
server.on("connection", onConnection);
server.on("error", onError);
server.listen({ port, host, exclusive: true });

function onListening() {
  console.log("Ready:", server.address());
}

function onConnection(this: Server, socket: Socket) {
  console.log("Client:", socket.remoteAddress, "Port:", socket.remotePort);
  socket.on("error", onError);
  socket.on("close", () => server.close());
  socket.on("data", (data) => {
    console.log("Text:", new TextDecoder().decode(data));
    socket.write(data);
    socket.end();
  });
}

function onError({ message }: Error) {
  process.exitCode = 1;
  console.error(`Error at port ${port}: ${message}`);
}
