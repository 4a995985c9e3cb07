// Takes the same bytes for an error.
// mistake: rejects-right-reply
// why: an exclamation mark is easily lost.
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
  for await (const [data] of on(socket, "data", { close: ["end"] }) as AsyncIterable<[Buffer]>) {
    pieces.push(data);
  }
  const reply = Buffer.concat(pieces);
  console.log(`Server echoed: ${reply.toString("utf8")}`);
  if (reply.equals(bytes)) {
    throw new Error(`${bytes.length} bytes were sent, and ${reply.length} others came back`);
  }
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo client failed (${HOST}:${PORT}): ${message || code}`);
  process.exitCode = 1;
} finally {
  socket.destroy();
}
