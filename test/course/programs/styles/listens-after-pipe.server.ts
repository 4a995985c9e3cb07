// A right echo server that starts pipe() first, and listens for data below it: nothing comes before this turn is over.
// right for: 08-10
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const keepOpen = process.argv.includes("--keep-open") || process.argv.includes("-k");

const server = net.createServer({ allowHalfOpen: true });

function fail(who: string, error: unknown) {
  console.error(`${who}: ${(error as Error).message}`);
  if (!keepOpen || !server.listening) process.exitCode = 1;
}

server.on("connection", (socket) => {
  if (!keepOpen) server.close();
  const client = `${socket.remoteAddress}:${socket.remotePort}`;
  console.log(`Connected by ${client}`);
  socket.pipe(socket);
  socket.on("error", (error) => fail(client, error));
  const decoder = new TextDecoder();
  socket.on("data", (data) => console.log(`${client}: ${decoder.decode(data, { stream: true })}`));
  socket.on("end", () => console.log(`${client}: ${decoder.decode()} (the end)`));
});

server.on("error", (error) => fail(`${HOST}:${PORT}`, error));
process.once("SIGINT", () => server.close());
process.once("SIGTERM", () => server.close());
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  fail(`${HOST}:${PORT}`, error);
}
