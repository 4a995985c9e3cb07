// Waits for a first piece that may never come.
// mistake: hangs-on-silent-client
// why: the loop is built around the call that was there before.
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
  let [data] = await once(socket, "data");
  while (data) {
    console.log(`Received: ${decoder.decode(data, { stream: true })}`);
    socket.write(data);
    [data] = await Promise.race([once(socket, "data"), once(socket, "end")]);
  }
  socket.end();
  await once(socket, "close");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  server.close();
}
