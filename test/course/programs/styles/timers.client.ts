// A right echo client that does not wait for ever for a reply: with a timer, and an AbortSignal.
// right for: 03-07
import { once } from "node:events";
import net from "node:net";
import { clearTimeout, setTimeout } from "node:timers";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const patience = new AbortController();
const timer = setTimeout(() => patience.abort(new Error("no reply within a minute")), 60_000);

try {
  const socket = net.connect({ host: HOST, port: PORT, signal: patience.signal });
  await once(socket, "connect");
  console.log(`Connected port ${socket.localPort} to ${socket.remoteAddress}:${socket.remotePort}`);

  const message = process.argv[2] ?? "Hello Echo!";
  socket.write(Buffer.from(message));
  console.log(`=> ${message}`);
  const [data] = (await Promise.race([once(socket, "data"), once(socket, "close")])) as [Buffer | boolean];
  if (typeof data === "boolean") throw new Error("closed without a reply");
  console.log(`<= ${data}`);
  socket.end();
} catch (error) {
  console.error(`${HOST}:${PORT} ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  clearTimeout(timer);
}
