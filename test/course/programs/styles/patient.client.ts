// A right echo client for the whole stream that takes silence for a failure, but only after half a minute of it.
// right for: 08-10
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

const socket = new net.Socket();
socket.setTimeout(30_000, () => socket.destroy(new Error("not a word for half a minute")));

try {
  await once(socket.connect(PORT, HOST), "connect");
  console.log(`Connected to ${HOST}:${PORT}`);
  socket.end(message);
  console.log(`Sent: ${message}`);

  let reply = "";
  socket.setEncoding("utf8");
  for await (const text of socket) reply += text;
  console.log(`Server echoed: ${reply}`);
  if (reply !== message) throw new Error("the echo is not what was sent");
} catch (error) {
  console.error(`Client, ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
}
socket.destroy();
