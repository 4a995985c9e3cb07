// A right echo client for the whole stream that takes for granted that it fails, until all is well.
// right for: 08-10
import net from "node:net";
import { pipeline } from "node:stream/promises";

const { HOST = "127.0.0.1", PORT = "9999" } = process.env;
const message = Buffer.from(process.argv[2] ?? "Hello Echo!");

process.exitCode = 1;
try {
  const socket = net.connect({ host: HOST, port: Number(PORT) }, () => {
    console.log(`Connected to ${HOST}:${PORT}`);
    console.log(`Sent: ${message}`);
  });
  let reply = Buffer.alloc(0);
  await pipeline([message], socket, async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) reply = Buffer.concat([reply, piece]);
  });
  if (reply.length > 0) console.log(`Server echoed: ${reply}`);
  if (!reply.equals(message)) throw new Error(`${reply.length} bytes came back, or others than ${message.length}`);
  process.exitCode = 0;
} catch (error) {
  console.error(`${HOST}:${PORT}: ${(error as Error).message}`);
}
