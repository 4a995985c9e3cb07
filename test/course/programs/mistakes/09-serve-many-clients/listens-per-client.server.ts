// Listens for the signals once more for every client.
// mistake: leaks-listeners
// why: the signal has to wait for the client's echo, so it is handled where the client is.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const keepOpen = process.argv.includes("--keep-open") || process.argv.includes("-k");

let signals = 0;
const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  if (!keepOpen) server.close();
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      server.close();
      if ((signals += 1) > 1) process.exit(1);
    });
  }
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  const decoder = new TextDecoder();
  socket.on("data", (data) => {
    console.log(`Received: ${decoder.decode(data, { stream: true })}`);
    socket.write(data);
  });
  socket.on("end", () => socket.end());
  socket.on("error", (error) => console.error(`Connection failed: ${error.message}`));
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
