// Waits for a reply that can no longer come.
// mistake: awaits-forever
// why: a server that says nothing is not thought of.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();
try {
  socket.connect(PORT, HOST);
  await once(socket, "connect");
  console.log(`Connected to ${HOST}:${PORT}`);
  const message = process.argv[2] ?? "Hello Echo!";
  socket.write(message);
  console.log(`Sent: ${message}`);
  const [reply] = await once(socket, "data");
  console.log(`Server echoed: ${reply.toString("utf8")}`);
  socket.end();
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
}
