// A right echo client that says at once that it has no more to send, and reads until the server ends.
// right for: 03-07
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";

const host = process.env.HOST ?? "127.0.0.1";
const port = Number(process.env.PORT ?? 9999);
const message = process.argv.at(2) ?? "Hello Echo!";

try {
  const socket = connect({ host, port });
  await once(socket, "connect");
  console.log(`${host}:${port} <- ${message}`);
  socket.end(message);
  const echo = await text(socket);
  if (echo === "") throw new Error("empty reply");
  console.log(`${host}:${port} -> ${echo}`);
} catch (error) {
  console.error(`${host}:${port} !! ${(error as Error).message}`);
  process.exit(1);
}
