// Decodes and prints each piece by itself.
// mistake: splits-characters
// why: a piece is taken for a message.
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
    console.log(`Server echoed: ${data.toString("utf8")}`);
  }
  if (!Buffer.concat(pieces).equals(bytes)) throw new Error("the reply differs");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  socket.destroy();
}
