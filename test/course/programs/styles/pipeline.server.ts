// A right echo server, written with a pipeline that ends after the first chunk.
// right for: 02-07
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { pipeline } from "node:stream/promises";

const port = Number(process.env.PORT ?? "9999");
const host = process.env.HOST ?? "0.0.0.0";

async function* firstChunkOf(socket: Socket) {
  const [chunk] = (await Promise.race([once(socket, "data"), once(socket, "end")])) as [Buffer?];
  if (chunk) {
    console.log("<", chunk.toString());
    yield chunk;
  }
}

const server = createServer();
try {
  await once(server.listen({ host, port }), "listening");
  console.log(`tcp://${host}:${port}`);
  const [socket] = (await once(server, "connection")) as [Socket];
  console.log(`tcp://${socket.remoteAddress}:${socket.remotePort} connected`);
  await pipeline(firstChunkOf(socket), socket);
} catch (error) {
  console.error(`tcp://${host}:${port} failed with ${(error as NodeJS.ErrnoException).code}`);
  process.exitCode = 1;
} finally {
  server.close();
}
