// Takes the flag that "close" brings for an exit code the wrong way round.
// mistake: exits-with-failure
// why: false looks like a failure.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

function fail(error: Error) {
  console.error(`Server (${HOST}:${PORT}): ${error.message}`);
  process.exitCode = 1;
}

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  server.close();
  const decoder = new TextDecoder();
  socket.on("data", (data) => {
    console.log(`Received: ${decoder.decode(data, { stream: true })}`);
    socket.write(data);
  });
  socket.on("end", () => {
    console.log(`Received: ${decoder.decode()}`);
    socket.end();
  });
  socket.on("error", fail);
  socket.on("close", (hadError) => {
    process.exitCode = Number(!hadError);
  });
});

server.on("error", fail);
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  fail(error as Error);
}
