// A right echo client for the whole stream: what comes back flows to the terminal, and only hashes are compared.
// right for: 08-10
import { createHash } from "node:crypto";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const port = Number(process.env.PORT ?? 9999);
const host = process.env.HOST ?? "127.0.0.1";
const message = process.argv[2] ?? "Hello Echo!";
const hash = () => createHash("sha256");

try {
  const socket = connect(port, host, () => console.log(`Piping to port ${port}: ${message}`));
  const received = hash();
  socket.on("data", (bytes) => {
    received.update(bytes);
    process.stdout.write(bytes);
  });
  const finished = new Promise<void>((resolve, reject) => {
    socket.on("error", reject);
    socket.once("close", () => resolve());
  });
  finished.catch(() => undefined); // It may fail before it is awaited.
  await pipeline(Readable.from([Buffer.from(message)]), socket);
  await finished;
  console.log();
  if (socket.bytesRead === 0) throw new Error("no reply");
  const [sum, other] = [hash().update(message).digest("hex"), received.digest("hex")];
  if (sum !== other) throw new Error(`sent ${sum}, received ${other}`);
} catch (error) {
  console.error(`Port ${port}: ${(error as Error).message}`);
  process.exitCode = 1;
}
