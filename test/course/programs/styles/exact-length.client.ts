// A right echo client that reads as many bytes as it has sent, and no more. Written with `for await`.
// right for: 03-07
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

async function receive(socket: net.Socket, length: number): Promise<Buffer> {
  let received = Buffer.alloc(0);
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    received = Buffer.concat([received, chunk]);
    if (received.length >= length) return received.subarray(0, length);
  }
  throw new Error(`received ${received.length} bytes of ${length}`);
}

try {
  const socket = net.connect({ port: PORT, host: HOST });
  await once(socket, "connect");
  console.log(`Connected to ${HOST}:${PORT}`);
  const bytes = Buffer.from(process.argv[2] ?? "Hello Echo!");
  socket.write(bytes);
  console.log(`Sent (${bytes.length} bytes): ${bytes}`);
  console.log(`Server echoed: ${await receive(socket, bytes.length)}`);
} catch (error) {
  console.error(`${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
}
