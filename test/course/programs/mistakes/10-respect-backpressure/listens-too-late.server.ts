// Listens for data when the pipeline is through.
// mistake: receives-nothing
// why: the lines stand in the order in which they were written.
import net from "node:net";
import { pipeline } from "node:stream/promises";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const keepOpen = process.argv.includes("--keep-open") || process.argv.includes("-k");

const server = net.createServer({ allowHalfOpen: true });

function fail(who: string, error: unknown) {
  console.error(`${who}: ${(error as Error).message}`);
  if (!keepOpen || !server.listening) process.exitCode = 1;
}

server.on("connection", async (socket) => {
  if (!keepOpen) server.close();
  const client = `${socket.remoteAddress}:${socket.remotePort}`;
  console.log(`Connected by ${client}`);
  try {
    await pipeline(socket, socket);
    const decoder = new TextDecoder();
    socket.on("data", (data: Buffer) => console.log(`Received: ${decoder.decode(data, { stream: true })}`));
  } catch (error) {
    fail(client, error);
  }
});

server.on("error", (error) => fail(`${HOST}:${PORT}`, error));
process.once("SIGINT", () => server.close());
process.once("SIGTERM", () => server.close());
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  fail(`${HOST}:${PORT}`, error);
}
