// A right echo server that leaves its loop over the pieces by an AbortSignal, not by an event that the loop is told.
// right for: 08
import { on, once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer({ allowHalfOpen: true });
server.maxConnections = 1;
let socket: net.Socket | undefined;

/** The pieces that arrive at `from`, until its other side has finished. */
async function* piecesOf(from: net.Socket): AsyncGenerator<Buffer> {
  const end = new AbortController();
  from.once("end", () => end.abort());
  try {
    for await (const [piece] of on(from, "data", { signal: end.signal })) yield piece as Buffer;
  } catch (error) {
    if ((error as Error).name !== "AbortError") throw error;
  }
}

try {
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);

  [socket] = (await once(server, "connection")) as [net.Socket];
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);

  const decoder = new TextDecoder();
  for await (const piece of piecesOf(socket)) {
    console.log(`Received: ${decoder.decode(piece, { stream: true })}`);
    socket.write(piece);
  }
  const rest = decoder.decode();
  if (rest !== "") console.log(`Received: ${rest}`);

  socket.end();
  await once(socket, "close");
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo server failed (${HOST}:${PORT}): ${message || code}`);
  process.exitCode = 1;
} finally {
  socket?.destroy();
  server.close();
}
