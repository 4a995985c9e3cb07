// Never ends its own side.
// mistake: never-closes-connection
// why: without allowHalfOpen, Node has done it so far.
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
  const decoder = new TextDecoder();
  for await (const [data] of on(socket, "data", { close: ["end"] })) {
    console.log(`Received: ${decoder.decode(data, { stream: true })}`);
    socket.write(data);
  }
  const rest = decoder.decode();
  if (rest !== "") console.log(`Received: ${rest}`);
  await once(socket, "close");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  server.close();
}
