// A right echo server that looks its address up by itself, and listens with an object of options.
// right for: 02-07
import { lookup } from "node:dns/promises";
import { createServer, type Socket } from "node:net";

const { HOST = "0.0.0.0", PORT = "9999" } = process.env;
const server = createServer();

function fail(error: Error): void {
  console.error(`Server (${HOST}, port ${PORT}): ${error.message}`);
  process.exitCode = 1;
  server.close();
}

server.on("error", fail);
server.on("listening", () => console.log("Listening at", server.address()));
server.on("connection", (socket: Socket) => {
  console.log("Connected by", { address: socket.remoteAddress, port: socket.remotePort });
  socket.on("error", fail);
  socket.once("end", () => server.close());
  socket.once("data", (data) => {
    console.log(String(data));
    socket.end(data);
  });
});

lookup(HOST)
  .then(({ address }) => server.listen({ host: address, port: Number(PORT), backlog: 1 }))
  .catch(fail);
