// Tries again and again when the port is in use.
// mistake: reports-but-hangs
// why: the other program may end soon.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  server.close();
  console.log(`${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("error", (e) => {
    console.error(`${HOST}:${PORT} ${e.message}`);
    process.exitCode = 1;
  });
  socket.once("data", (data) => {
    console.log(`${data}`);
    socket.end(data);
  });
});
server.on("error", (e: NodeJS.ErrnoException) => {
  if (e.code === "EADDRINUSE") {
    console.error(`Port ${PORT} is taken, another attempt follows`);
    setTimeout(() => {
      server.close();
      server.listen(PORT, HOST);
    }, 1000);
  } else {
    console.error(`${HOST}:${PORT} ${e.message}`);
    process.exitCode = 1;
  }
});
try {
  server.listen(PORT, HOST, () => console.log(`${HOST}:${PORT}`));
} catch (e) {
  console.error(`${HOST}:${PORT} ${(e as Error).message}`);
  process.exitCode = 1;
}
