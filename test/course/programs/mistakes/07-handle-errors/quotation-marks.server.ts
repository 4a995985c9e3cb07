// Prints ${error.message} as it is written when it fails.
// mistake: prints-placeholders
// why: quotation marks look like backticks.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

function fail(error: Error) {
  process.stderr.write("Echo server on port " + PORT + ": ${error.message}\n");
  process.exitCode = 1;
  server.close();
}

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("error", fail);
  socket.once("data", (data) => {
    console.log(`Received: ${data}`);
    socket.end(data, () => server.close());
  });
  socket.once("end", () => server.close());
});

server.on("error", fail);
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  fail(error as Error);
}
