// A right echo server, written with callbacks.
// right for: 02-07
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

function fail(error: Error) {
  console.error(`Server on ${HOST}:${PORT}: ${error.message}`);
  process.exitCode = 1;
  server.close();
}

const server = net.createServer((socket) => {
  console.log(`${socket.remoteAddress}:${socket.remotePort} is here`);
  socket.on("error", fail);
  socket.once("data", (data) => {
    console.log(data.toString());
    socket.end(data, () => server.close());
  });
  socket.once("end", () => server.close());
});

server.on("error", fail);
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${PORT}`));
} catch (error) {
  fail(error as Error);
}
