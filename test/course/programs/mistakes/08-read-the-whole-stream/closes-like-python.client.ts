// Destroys the socket to say that it has finished.
// mistake: loses-reply
// why: close() is how the examples in Python say it, and destroy() is what they are told it is called here.
import { on, once } from "node:events";
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
  socket.write(bytes);
  socket.destroySoon();
  console.log(`Sent: ${message}`);
  const pieces: Buffer[] = [];
  for await (const [data] of on(socket, "data", { close: ["end"] })) pieces.push(data);
  const reply = Buffer.concat(pieces);
  console.log(`Server echoed: ${reply.toString("utf8")}`);
  if (!reply.equals(bytes)) throw new Error("the reply differs");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  socket.destroy();
}
