// A right echo server for the whole stream that logs JSON with the time, and reads with the event "readable".
// right for: 08-10
import { once } from "node:events";
import net from "node:net";

const HOST = process.env["HOST"] || "0.0.0.0";
const PORT = +(process.env["PORT"] || 9999);
const options = new Set(process.argv.slice(2));
const keepOpen = options.has("-k") || options.has("--keep-open");

type Facts = { [name: string]: unknown };
const log = (event: string, facts: Facts = {}) =>
  console.log(JSON.stringify({ time: new Date().toISOString(), event, ...facts }));
const complain = (facts: Facts) =>
  console.error(JSON.stringify({ time: new Date().toISOString(), ...facts }));

let connections = 0;

async function echo(socket: net.Socket, connection: number): Promise<void> {
  const decoder = new TextDecoder();
  let ended = false;
  socket.once("end", () => (ended = true));
  while (!ended) {
    const chunk = socket.read() as Buffer | null;
    if (chunk === null) {
      await Promise.race([once(socket, "readable"), once(socket, "end")]);
      continue;
    }
    log("data", { connection, bytes: chunk.byteLength, text: decoder.decode(chunk, { stream: true }) });
    await new Promise<void>((resolve, reject) =>
      socket.write(chunk, (error) => (error ? reject(error) : resolve())),
    );
  }
  log("end", { connection, text: decoder.decode() });
  socket.end();
  await once(socket, "close");
}

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  const connection = (connections += 1);
  log("connection", { connection, address: socket.remoteAddress, port: socket.remotePort });
  echo(socket, connection)
    .catch((error: Error) => {
      complain({ connection, failed: error.message });
      if (!keepOpen) process.exitCode = 1;
    })
    .finally(() => {
      log("disconnection", { connection });
      if (!keepOpen) server.close();
    });
});

function stop(signal: string): void {
  log("stop", { signal });
  server.close(() => log("stopped", { connections }));
}
process.once("SIGINT", stop).once("SIGTERM", stop);
process.on("uncaughtException", (error) => {
  complain({ failed: error.message, port: PORT });
  process.exitCode = 1;
});
server.listen(PORT, HOST, () => log("listening", { ...(server.address() as net.AddressInfo) }));
