// A right echo server that is written like the original in C: receive, print, send, again and again.
// right for: 08
import { once } from "node:events";
import { createServer, type Socket } from "node:net";

const { HOST = "0.0.0.0", PORT = "9999" } = process.env;

/** Some bytes that have arrived, or undefined when the client has finished. */
async function receive(socket: Socket): Promise<Buffer | undefined> {
  while (socket.readable) {
    const bytes: Buffer | null = socket.read();
    if (bytes) return bytes;
    await Promise.race([once(socket, "readable"), once(socket, "end")]);
  }
  return undefined;
}

function send(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

const server = createServer({ allowHalfOpen: true });
try {
  server.listen(Number(PORT), HOST);
  await once(server, "listening");
  console.log(`Waiting on port ${PORT}`);
  const [socket] = (await once(server, "connection")) as [Socket];
  console.log(`Connection from ${socket.remoteAddress}, port ${socket.remotePort}`);

  const decoder = new TextDecoder();
  for (;;) {
    const bytes = await receive(socket);
    if (bytes === undefined) break;
    console.log(`Received: ${decoder.decode(bytes, { stream: true })}`);
    await send(socket, bytes);
  }
  console.log(`The client has finished. ${decoder.decode()}`);
  socket.end();
  await once(socket, "close");
} catch (error) {
  console.error(`Port ${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  server.close();
}
