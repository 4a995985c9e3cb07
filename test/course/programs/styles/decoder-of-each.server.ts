// A right echo server for many with one function that decodes for all: it keeps a StringDecoder for each of them.
// right for: 08-09
import net from "node:net";
import { StringDecoder } from "node:string_decoder";

const { HOST = "0.0.0.0", PORT = "9999" } = process.env;
const keepOpen = process.argv.includes("--keep-open") || process.argv.includes("-k");

const decoders = new WeakMap<net.Socket, StringDecoder>();

function decode(socket: net.Socket, data: Buffer): string {
  const decoder = decoders.get(socket) ?? new StringDecoder();
  decoders.set(socket, decoder);
  return decoder.write(data);
}

function fail(who: string, error: unknown, isOver: boolean): void {
  console.error(`${who}: ${(error as Error).message}`);
  if (isOver) process.exitCode = 1;
}

const server = net.createServer({ allowHalfOpen: true });
server.on("connection", (socket) => {
  if (!keepOpen) server.close();
  const who = `${socket.remoteAddress}:${socket.remotePort}`;
  console.log(`${who} is here`);
  socket
    .on("data", (data) => {
      const text = decode(socket, data);
      if (text) console.log(`${who}: ${text}`);
      socket.write(data);
    })
    .on("end", () => {
      const rest = decoders.get(socket)?.end();
      if (rest) console.log(`${who}: ${rest}`);
      socket.end();
    })
    .on("error", (error) => fail(who, error, !keepOpen));
});
server.on("error", (error) => fail(`${HOST}:${PORT}`, error, true));
process.once("SIGINT", () => server.close()).once("SIGTERM", () => server.close());
try {
  server.listen(Number(PORT), HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  fail(`${HOST}:${PORT}`, error, true);
}
