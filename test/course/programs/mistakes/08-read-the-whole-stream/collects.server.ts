// Echoes the whole message at the end.
// mistake: echoes-at-the-end
// why: the whole message is easier to handle than its pieces.
import { on, once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer({ allowHalfOpen: true });
try {
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);
  const [socket] = await once(server, "connection");
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  const pieces: Buffer[] = [];
  for await (const [data] of on(socket, "data", { close: ["end"] })) pieces.push(data);
  const message = Buffer.concat(pieces);
  console.log(`Received: ${message.toString("utf8")}`);
  socket.end(message);
  await once(socket, "close");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  server.close();
}
