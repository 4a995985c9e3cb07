// A right echo server for many that speaks German, and waits with promises of its own.
// right for: 08-09
import net from "node:net";
import { StringDecoder } from "node:string_decoder";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const offenBleiben = process.argv[2] === "--keep-open" || process.argv[2] === "-k";

const bedienen = (socket: net.Socket) =>
  new Promise<void>((fertig, gescheitert) => {
    const entschlüsseln = new StringDecoder("utf8");
    socket.on("error", gescheitert);
    socket.on("close", () => fertig());
    socket.on("data", (daten) => {
      console.log(`Der Besuch sagt: „${entschlüsseln.write(daten)}“`);
      socket.write(daten);
    });
    socket.on("end", () => {
      console.log(`Und zuletzt: „${entschlüsseln.end()}“`);
      socket.end();
      console.log("Auf Wiedersehen!");
    });
  });

async function öffnen(server: net.Server): Promise<void> {
  await new Promise<void>((offen, gescheitert) => {
    server.once("error", gescheitert);
    server.listen({ port: PORT, host: HOST }, offen);
  });
  console.log(`Warte an Port ${PORT} auf Besuch.`);
}

function klage(fehler: Error, wo = `${HOST}:${PORT}`): void {
  console.error(`Fehler an ${wo} – ${fehler.message}`);
}

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  console.log(`Besuch von ${socket.remoteAddress}, Port ${socket.remotePort}.`);
  const besuch = `${socket.remoteAddress}:${socket.remotePort}`;
  const bedient = bedienen(socket).catch((fehler: Error) => {
    klage(fehler, besuch);
    if (!offenBleiben) process.exitCode = 1;
  });
  if (!offenBleiben) void bedient.then(() => server.close());
});

const feierabend = (signal: NodeJS.Signals) => {
  console.log(`${signal}: Wir schließen. Wer noch da ist, wird zu Ende bedient.`);
  process.removeAllListeners("SIGINT").removeAllListeners("SIGTERM");
  server.close(() => console.log("Feierabend."));
};
process.on("SIGINT", feierabend).on("SIGTERM", feierabend);

try {
  await öffnen(server);
} catch (fehler) {
  klage(fehler as Error);
  process.exitCode = 1;
}
