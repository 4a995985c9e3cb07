// A right echo client, written with streams: what comes back flows to the terminal.
// right for: 03-07
import net from "node:net";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

try {
  const socket = net.connect(PORT, HOST, () => console.log(`Piping to port ${PORT}: ${message}`));
  const reply = new PassThrough();
  reply.pipe(process.stdout, { end: false });
  await pipeline(Readable.from([Buffer.from(message)]), socket, reply);
  if (socket.bytesRead === 0) throw new Error(`port ${PORT} did not reply`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
