// Ends with exit code 255.
// mistake: wrong-exit-code
// why: ssh ends with it when it cannot connect.
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
  const [reply] = await Promise.race([once(socket, "data"), once(socket, "end")]);
  if (reply === undefined) throw new Error("no reply");
  console.log(`Server echoed: ${reply.toString("utf8")}`);
  socket.end();
  await once(socket, "close");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exit(255);
}
