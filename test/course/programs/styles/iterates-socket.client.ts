// A right echo client for the whole stream, written with async iteration over the socket. It compares the texts.
// right for: 08-10
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

async function* decoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

const socket = new net.Socket();
try {
  socket.connect({ port: PORT, host: HOST });
  await once(socket, "connect");
  console.log(`[port ${PORT}] connected`);
  socket.end(message, "utf8");
  console.log(`[port ${PORT}] sent ${message}`);
  let reply = "";
  for await (const text of decoded(socket)) reply += text;
  if (reply === "") throw new Error("no reply");
  console.log(`[port ${PORT}] got ${reply}`);
  if (reply !== message) throw new Error(`"${reply.slice(0, 20)}" is not "${message.slice(0, 20)}"`);
} catch (error) {
  console.error(`[port ${PORT}] ${(error as Error).message}`);
  process.exitCode = 1;
}
