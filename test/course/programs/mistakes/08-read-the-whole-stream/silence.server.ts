// Takes a moment of silence for the end.
// mistake: takes-silence-for-end
// why: a message that is complete is followed by silence.
import { on, once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer({ allowHalfOpen: true });
server.maxConnections = 1;
let socket: net.Socket | undefined;

try {
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);

  [socket] = (await once(server, "connection")) as [net.Socket];
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);

  const decoder = new TextDecoder();
  const served = socket;
  served.setTimeout(400, () => served.end());
  for await (const [data] of on(socket, "data", { close: ["end"] }) as AsyncIterable<[Buffer]>) {
    console.log(`Received: ${decoder.decode(data, { stream: true })}`);

    socket.write(data);
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
