// A loop over the pieces that waits for the end of the connection, before its own side has finished.
// mistake: loop-goes-on
// why: "close" is the name of the option, and sounds like the end.
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
  for await (const [data] of on(socket, "data", { close: ["close"] }) as AsyncIterable<[Buffer]>) {
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
