// A right echo server for the whole stream, written with events and pipe(): pipe() waits for a slow client by itself.
// right for: 08-10
import net from "node:net";
import { StringDecoder } from "node:string_decoder";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const many = process.argv.slice(2).some((option) => option === "--keep-open" || option === "-k");

const server = net.createServer({ allowHalfOpen: true });

server.on("connection", (socket) => {
  const name = `${socket.remoteAddress}:${socket.remotePort}`;
  const decoder = new StringDecoder("utf8");
  console.log(`${name} came`);
  socket.on("data", (bytes) => console.log(`${name}: ${decoder.write(bytes)}`));
  socket.on("end", () => console.log(`${name}: ${decoder.end()}`));
  socket.on("error", (error) => {
    console.error(`${name} failed: ${error.message}`);
    if (!many) process.exitCode = 1;
  });
  socket.on("close", () => {
    console.log(`${name} went`);
    if (!many) server.close();
  });
  socket.pipe(socket);
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    console.log(`${signal}: no more clients`);
    server.close();
  });
}

server.on("error", (error) => {
  console.error(`Server on ${HOST}:${PORT}: ${error.message}`);
  process.exitCode = 1;
});
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  console.error(`Server on ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
}
