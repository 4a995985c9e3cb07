// Compares each piece with the whole message.
// mistake: rejects-right-reply
// why: what is sent with one call seems to arrive with one event.
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
  socket.end(bytes);
  console.log(`Sent: ${message}`);
  const pieces: Buffer[] = [];
  for await (const [data] of on(socket, "data", { close: ["end"] })) {
    pieces.push(data);
    if (!data.equals(bytes)) process.exitCode = 1;
  }
  console.log(`Server echoed: ${Buffer.concat(pieces).toString("utf8")}`);
  if (process.exitCode === 1) console.error("The reply differs");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  socket.destroy();
}
