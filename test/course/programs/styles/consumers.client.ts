// A right echo client for the whole stream, in German. It reads all with one call (node:stream/consumers).
// right for: 08-10
import assert from "node:assert/strict";
import { once } from "node:events";
import net from "node:net";
import { buffer } from "node:stream/consumers";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const nachricht = Buffer.from(process.argv[2] ?? "Hello Echo!", "utf8");

try {
  const socket = net.connect(PORT, HOST);
  await once(socket, "connect");
  console.log(`Verbunden mit ${HOST}:${PORT}.`);
  const antwort = buffer(socket);
  socket.write(nachricht);
  console.log(`Gesendet: „${nachricht.toString()}“`);
  socket.end();
  console.log(`Zurückgekommen: „${(await antwort).toString()}“`);
  assert.deepEqual(await antwort, nachricht, "Zurückgekommen ist etwas anderes");
} catch (fehler) {
  console.error(`Das ging schief (${HOST}:${PORT}): ${(fehler as Error).message.split("\n")[0]}`);
  process.exit(1);
}
