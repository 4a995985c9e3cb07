// Reads the first piece only.
// mistake: prints-first-piece
// why: what is sent with one call seems to arrive with one event.
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
  const bytes = Buffer.from(message, "utf8");
  socket.end(bytes);
  console.log(`Sent: ${message}`);
  const [reply] = await Promise.race([once(socket, "data"), once(socket, "end")]);
  if (reply === undefined) throw new Error("no reply");
  console.log(`Server echoed: ${reply.toString("utf8")}`);
  if (!reply.equals(bytes)) throw new Error("the reply differs");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  socket.destroy();
}
