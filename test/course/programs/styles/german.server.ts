// A right echo server that speaks German, and says what it is about to do.
// right for: 02-07
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();

async function bedienen(): Promise<void> {
  console.log(`Öffne Port ${PORT} auf ${HOST} …`);
  await once(server.listen(PORT, HOST), "listening");
  console.log(`Warte an Port ${PORT} auf Besuch.`);
  const [socket] = (await once(server, "connection")) as [net.Socket];
  console.log(`Besuch von ${socket.remoteAddress}, Port ${socket.remotePort}.`);
  const [daten] = (await Promise.race([once(socket, "data"), once(socket, "close")])) as [Buffer | boolean];
  if (!Buffer.isBuffer(daten)) return console.log("Der Besuch ist wortlos gegangen.");
  console.log(`Der Besuch sagt: „${daten.toString("utf8")}“`);
  socket.end(daten);
  await once(socket, "close");
  console.log("Auf Wiedersehen!");
}

try {
  await bedienen();
} catch (fehler) {
  console.error(`Fehler an ${HOST}:${PORT} – ${(fehler as Error).message}`);
  process.exitCode = 1;
}
server.close();
