// Pauses and goes on as it should, and prints nothing of what it receives.
// mistake: receives-nothing
// why: the line was in the way while the rest was written.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const keepOpen = process.argv.includes("--keep-open") || process.argv.includes("-k");

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  if (!keepOpen) server.close();
  const client = `${socket.remoteAddress}:${socket.remotePort}`;
  console.log(`Connected by ${client}`);
  socket.on("data", (data) => {
    if (socket.write(data)) return;
    socket.pause();
    socket.once("drain", () => socket.resume());
  });
  socket.on("end", () => socket.end());
  socket.on("error", (error) => fail(client, error));
});

function fail(who: string, error: unknown) {
  console.error(`${who}: ${(error as Error).message}`);
  if (!keepOpen || !server.listening) process.exitCode = 1;
}

server.on("error", (error) => fail(`${HOST}:${PORT}`, error));
process.once("SIGINT", () => server.close());
process.once("SIGTERM", () => server.close());
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  fail(`${HOST}:${PORT}`, error);
}
