// A right echo client, written with web streams, as in a browser.
// right for: 03-07
import { once } from "node:events";
import net from "node:net";
import { Duplex } from "node:stream";

const { HOST = "127.0.0.1", PORT = "9999" } = process.env;

async function main(): Promise<void> {
  const socket = net.connect(Number(PORT), HOST);
  await once(socket, "connect");
  console.log(`Connected to tcp://${HOST}:${PORT}/`);
  const { readable, writable } = Duplex.toWeb(socket);

  const message = process.argv[2] ?? "Hello Echo!";
  const writer = writable.getWriter();
  await writer.write(new TextEncoder().encode(message));
  console.log("Sent:", message);

  const { value } = (await readable.getReader().read()) as { value?: Uint8Array };
  if (value === undefined) throw new Error("the server has nothing to say");
  console.log("Received:", new TextDecoder("utf-8").decode(value));
  await writer.close();
  socket.destroy();
}

main().catch((error: Error) => {
  console.error(`tcp://${HOST}:${PORT}/ ${error.message}`);
  process.exit(1);
});
