// Waits for one event after the other, and misses those that come in between.
// mistake: stops-echoing
// why: once() in a loop looks like recv() in a loop.
import { once } from "node:events";
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
  for (;;) {
    const [data] = await Promise.race([once(socket, "data"), once(socket, "end")]);
    if (data === undefined) break;
    console.log(`Received: ${decoder.decode(data, { stream: true })}`);
    await new Promise((resolve) => socket.write(data, resolve));
  }
  socket.end();
  await once(socket, "close");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  server.close();
}
