// Reads with `for await` from the socket itself, and loses what has not been sent at the end.
// mistake: loses-rest-of-echo
// why: the loop is over, so everything seems to be done. (Many versions of Node even destroy the socket unasked then.)
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
  for await (const data of socket) {
    console.log(`Received: ${decoder.decode(data, { stream: true })}`);
    socket.write(data);
  }
  socket.destroy();
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  server.close();
}
