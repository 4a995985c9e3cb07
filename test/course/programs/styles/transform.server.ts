// A right echo server, written with a Transform that prints what passes through it.
// right for: 02-05
import { createServer } from "node:net";
import { pipeline, Transform } from "node:stream";

const { HOST = "0.0.0.0", PORT = 9999 } = process.env;

const tee = () =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      console.log("Passing on: %s", chunk);
      done(null, chunk);
    },
  });

const server = createServer((socket) => {
  console.log("Connection from %s:%d", socket.remoteAddress, socket.remotePort);
  pipeline(socket, tee(), socket, (error) => console.log("Connection closed", error?.message ?? ""));
});
server.listen(Number(PORT), HOST, () => console.log("Server started. Address: %s, port: %d", HOST, PORT));
