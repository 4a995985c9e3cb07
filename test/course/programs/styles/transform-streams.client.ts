// A right echo client for the whole stream, written with web streams. Closing the writer ends only its own side.
// right for: 08-10
import { once } from "node:events";
import net from "node:net";
import { Duplex } from "node:stream";
import { TextDecoderStream, type ReadableStream } from "node:stream/web";

const { HOST = "127.0.0.1", PORT = "9999" } = process.env;
const message = process.argv[2] ?? "Hello Echo!";

async function main(): Promise<void> {
  const socket = net.connect(Number(PORT), HOST);
  await once(socket, "connect");
  console.log(`Connected to tcp://${HOST}:${PORT}/`);
  const { readable, writable } = Duplex.toWeb(socket);

  const writer = writable.getWriter();
  const sending = writer.write(Buffer.from(message)).then(() => writer.close());
  console.log("Sending:", message);
  let reply = "";
  const texts = (readable as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream());
  for await (const text of texts) reply += text;
  await sending;
  console.log("Received:", reply);
  if (message !== reply) throw new Error("the message came back changed");
}

main().catch((error: Error) => {
  console.error(`tcp://${HOST}:${PORT}/ ${error.message}`);
  process.exit(1);
});
