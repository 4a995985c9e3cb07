// Stops receiving when write() returns false, and never goes on.
// mistake: stays-paused
// why: that write() returns false looks like an error.
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
  socket.on("data", (data: Buffer) => {
    console.log(`Received: ${decoder.decode(data, { stream: true })}`);
    if (!socket.write(data)) socket.pause();
  });
  socket.on("end", () => socket.end());
  await once(socket, "close");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  server.close();
}
