// Echoes line by line.
// mistake: echoes-at-the-end
// why: in many protocols a message is a line.
import { once } from "node:events";
import net from "node:net";
import { createInterface } from "node:readline";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer({ allowHalfOpen: true });
try {
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);
  const [socket] = await once(server, "connection");
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  for await (const line of createInterface({ input: socket })) {
    console.log(`Received: ${line}`);
    socket.write(`${line}\n`);
  }
  socket.end();
  await once(socket, "close");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  server.close();
}
