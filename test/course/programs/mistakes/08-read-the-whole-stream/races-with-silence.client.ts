// Races each piece with a moment of silence.
// mistake: takes-silence-for-end
// why: nobody knows when the last piece has come, it is thought.
import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();

try {
  socket.connect(PORT, HOST);
  await once(socket, "connect");
  console.log(`Connected to ${HOST}:${PORT}`);

  const message = process.argv[2] ?? "Hello Echo!";
  socket.end(message);
  console.log(`Sent: ${message}`);

  let reply = Buffer.alloc(0);
  socket.on("data", (piece) => (reply = Buffer.concat([reply, piece])));
  let before = -1;
  while (reply.length > before) {
    before = reply.length;
    await Promise.race([once(socket, "end"), sleep(100)]);
  }

  console.log(`Server echoed: ${reply.toString("utf8")}`);
  if (reply.toString() !== message) throw new Error("that is not what was sent");
} catch (error) {
  console.error(`Echo client failed (${HOST}:${PORT}): ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  socket.destroy();
}
