// A right echo server that keeps a Map of its clients, and ends by itself when it is to stop and the last has left.
// right for: 08-09
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const keepOpen = process.argv.some((argument) => ["--keep-open", "-k"].includes(argument));

interface Client {
  readonly name: string;
  readonly decoder: TextDecoder;
  bytes: number;
}

const clients = new Map<net.Socket, Client>();
let stopping = false;

function leave(socket: net.Socket): void {
  const { name, bytes } = clients.get(socket)!;
  clients.delete(socket);
  console.log(`${name} left after ${bytes} bytes, ${clients.size} remaining`);
  if (!keepOpen) stop();
  else if (stopping && clients.size === 0) process.exit(0);
}

function stop(signal?: NodeJS.Signals): void {
  if (signal && stopping) {
    console.log("Stopping at once");
    process.exit(1);
  }
  stopping = true;
  server.close();
  if (signal) console.log(`${signal}: waiting for ${clients.size} clients`);
}

function fail(what: string, error: Error): void {
  console.error(`${what}: ${error.message}`);
  if (!keepOpen || !server.listening) process.exitCode = 1;
}

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  const name = `${socket.remoteAddress}:${socket.remotePort}`;
  clients.set(socket, { name, decoder: new TextDecoder(), bytes: 0 });
  console.log(`${name} is number ${clients.size}`);
  socket
    .on("data", (data) => {
      const client = clients.get(socket)!;
      client.bytes += data.length;
      console.log(`${name} says: ${client.decoder.decode(data, { stream: true })}`);
      socket.write(data);
    })
    .on("end", () => {
      const rest = clients.get(socket)!.decoder.decode();
      if (rest.length > 0) console.log(`${name} broke off: ${rest}`);
      socket.end();
    })
    .on("error", (error) => fail(name, error))
    .on("close", () => leave(socket));
});

process.on("SIGINT", stop);
process.on("SIGTERM", stop);
server.on("error", (error) => fail(`${HOST}:${PORT}`, error));
try {
  server.listen(PORT, HOST, () => console.log(`Listening on port ${PORT}`));
} catch (error) {
  fail(`${HOST}:${PORT}`, error as Error);
}
