// A right echo server that logs JSON, and reads with the event "readable".
// right for: 02-07
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const tell = (event: string, facts: object) => console.log(JSON.stringify({ event, ...facts }));
function stop(error: Error): void {
  console.error(JSON.stringify({ event: "error", message: error.message, port: PORT }));
  process.exitCode = 1;
  server.close();
}

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  tell("connection", { address: socket.remoteAddress, port: socket.remotePort });
  socket.on("error", stop);
  socket.once("readable", () => {
    const chunk = socket.read() as Buffer | null;
    if (chunk !== null) {
      tell("data", { text: chunk.toString("utf8"), bytes: chunk.byteLength });
      socket.write(chunk);
    }
    socket.end(() => server.close());
    socket.resume();
  });
});

server.on("error", stop);
process.on("uncaughtException", stop);
server.listen(PORT, HOST, () => tell("listening", server.address() as net.AddressInfo));
