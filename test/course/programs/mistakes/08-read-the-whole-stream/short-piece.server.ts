// Takes a piece that is shorter than the buffer for the last one.
// mistake: echoes-first-piece
// why: in many examples in C and Python, a short read ends the loop.
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
    if (data.length < 1024) break;
  }
  const rest = decoder.decode();
  if (rest !== "") console.log(`Received: ${rest}`);
  socket.end();
  await once(socket, "close");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  server.close();
}
