// A right echo client that speaks German, and says what it is about to do.
// right for: 03-07
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const nachricht = process.argv[2] ?? "Hello Echo!";

console.log(`Verbinde mit ${HOST}:${PORT} …`);
const socket = new net.Socket();
try {
  await once(socket.connect(PORT, HOST), "connect");
  console.log(`Verbunden mit ${HOST}:${PORT}.`);
  socket.write(nachricht);
  console.log(`Gesendet: „${nachricht}“`);
  const [antwort] = (await Promise.race([once(socket, "data"), once(socket, "end")])) as [Buffer?];
  if (antwort === undefined) throw new Error("keine Antwort");
  console.log(`Zurückgekommen: „${antwort.toString("utf8")}“`);
} catch (fehler) {
  console.error(`Das ging schief (${HOST}:${PORT}): ${(fehler as Error).message}`);
  process.exitCode = 1;
}
socket.end();
