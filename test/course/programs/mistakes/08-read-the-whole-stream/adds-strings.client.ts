// Adds up the texts of the pieces.
// mistake: splits-characters
// why: in English text, each byte is a character.
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
  let reply = "";
  for await (const [data] of on(socket, "data", { close: ["end"] })) reply += data;
  console.log(`Server echoed: ${reply}`);
  if (reply !== message) throw new Error("the reply differs");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  socket.destroy();
}
