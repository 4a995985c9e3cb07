// A right echo server for many that gives each client a number when it comes, and calls it by that.
// right for: 08-09
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const keepOpen = process.argv.includes("--keep-open") || process.argv.includes("-k");

let clients = 0;

async function echo(socket: net.Socket, name: string): Promise<void> {
  const decoder = new TextDecoder();
  socket.on("data", (data: Buffer) => {
    console.log(`${name} says: ${decoder.decode(data, { stream: true })}`);
    socket.write(data);
  });
  await once(socket, "end");
  console.log(`${name} is done ${decoder.decode()}`);
  socket.end();
}

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  if (!keepOpen) server.close();
  const name = `Client #${(clients += 1)}`;
  console.log(`${name} is ${socket.remoteAddress}, port ${socket.remotePort}`);
  echo(socket, name).catch((error: Error) => {
    console.error(`${name} has failed: ${error.message}`);
    if (!keepOpen) process.exitCode = 1;
  });
});

function fail(error: unknown) {
  console.error(`Server on ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
}

server.on("error", fail);
process.once("SIGINT", () => server.close());
process.once("SIGTERM", () => server.close());
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  fail(error);
}
