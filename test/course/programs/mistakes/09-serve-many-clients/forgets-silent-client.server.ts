// Looks for the end of the stream only when data has come.
// mistake: hangs-on-silent-client
// why: first comes the data, and then the end.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const keepOpen = process.argv.includes("--keep-open") || process.argv.includes("-k");

function fail(who: string, error: unknown, exitCode: number) {
  console.error(`${who}: ${(error as Error).message}`);
  process.exitCode = exitCode;
}

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  if (!keepOpen) server.close();
  const client = `${socket.remoteAddress}:${socket.remotePort}`;
  console.log(`Connected by ${client}`);
  const decoder = new TextDecoder();
  socket.on("data", (data) => {
    console.log(`Received: ${decoder.decode(data, { stream: true })}`);
    socket.write(data);
  });
  socket.once("data", () => {
    socket.on("end", () => {
      console.log(`Received: ${decoder.decode()}`);
      socket.end();
    });
  });
  socket.on("error", (error) => fail(client, error, keepOpen ? 0 : 1));
});

server.on("error", (error) => fail(`${HOST}:${PORT}`, error, 1));
process.once("SIGINT", () => server.close());
process.once("SIGTERM", () => server.close());
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  fail(`${HOST}:${PORT}`, error, 1);
}
