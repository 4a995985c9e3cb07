// A right echo server that does not wait for ever: with timers, and an AbortSignal.
// right for: 02-07
import { once } from "node:events";
import net from "node:net";
import { setTimeout } from "node:timers";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const PATIENCE = 60_000;

const server = net.createServer({ noDelay: true });
const timer = setTimeout(() => console.log("Still waiting for a client ..."), 1_000);

try {
  server.listen(PORT, HOST);
  await once(server, "listening", { signal: AbortSignal.timeout(PATIENCE) });
  console.log(`Waiting at ${HOST}:${PORT} for ${PATIENCE} ms`);
  const [socket] = (await once(server, "connection")) as [net.Socket];
  clearTimeout(timer);
  console.log(`${socket.remoteAddress} (${socket.remoteFamily}) came through port ${socket.remotePort}`);
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error("the client is too slow")));
  socket.once("data", (data) => {
    console.log(`"${data.toString()}"`);
    socket.end(data);
  });
  await once(socket, "close");
} catch (error) {
  console.error(`${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  clearTimeout(timer);
  server.close();
}
