// A right echo server with limits that speaks German. It shows control characters as the pictures that Unicode has.
// right for: 11
import { once } from "node:events";
import net from "node:net";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";

const { HOST = "0.0.0.0", PORT = "9999" } = process.env;
const ORT = `${HOST}, Port ${PORT}`;

const HILFE = `Aufruf: echo_server.ts [Optionen]
  -k, --keep-open              nach dem ersten Gast weitermachen
      --idle-timeout SEKUNDEN  wer so lange nichts tut, muss gehen
      --max-connections N      mehr Gäste auf einmal gibt es nicht
      --help                   diese Hilfe`;

function zahl(text: string | undefined): number | undefined {
  if (text !== undefined && !/^\d{1,6}$/.test(text))
    throw new Error(`„${text}“ ist keine Zahl, die hier passt`);
  return text === undefined ? undefined : parseInt(text, 10);
}

const bild = (text: string) =>
  text
    .replace(/[\0-\x1f]/g, (zeichen) => String.fromCodePoint(0x2400 + zeichen.charCodeAt(0)))
    .replace(/[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu, "␦");

/** Reicht alles weiter und merkt sich den Anfang. */
class Lauscher extends Transform {
  anfang = Buffer.alloc(0);
  menge = 0;

  override _transform(daten: Buffer, _: string, weiter: (fehler: null, daten: Buffer) => void): void {
    this.menge += daten.length;
    if (this.anfang.length < 60) this.anfang = Buffer.concat([this.anfang, daten]).subarray(0, 60);
    weiter(null, daten);
  }
}

async function bewirten(socket: net.Socket, geduld: number | undefined): Promise<void> {
  const wachhund = new AbortController();
  if (geduld) socket.setTimeout(geduld * 1000, () => wachhund.abort());
  const lauscher = new Lauscher();
  try {
    await pipeline(socket, lauscher, socket, { signal: wachhund.signal });
  } finally {
    socket.destroy();
    console.log(`Gehört: „${bild(lauscher.anfang.toString())}“ – ${lauscher.menge} Bytes insgesamt`);
  }
}

const server = net.createServer({ allowHalfOpen: true });
try {
  const { values } = parseArgs({
    options: {
      "keep-open": { type: "boolean", short: "k" },
      "idle-timeout": { type: "string" },
      "max-connections": { type: "string" },
      help: { type: "boolean" },
    },
  });
  const geduld = zahl(values["idle-timeout"]);
  const plätze = zahl(values["max-connections"]);
  if (values.help) console.log(HILFE);
  else {
    if (plätze) server.maxConnections = plätze;
    server.on("drop", (gast) => console.log(`Kein Platz mehr für ${gast?.remoteAddress}`));
    server.on("connection", (socket) => {
      const gast = `${socket.remoteAddress}, Port ${socket.remotePort}`;
      console.log(`Gast: ${gast}`);
      if (!values["keep-open"]) server.close();
      bewirten(socket, geduld).catch((fehler: Error) => {
        console.error(`Gast verloren (${gast}): ${fehler.message}`);
        if (!values["keep-open"]) process.exitCode = 1;
      });
    });
    await once(server.listen(Number(PORT), HOST), "listening");
    console.log(`Geöffnet: ${ORT}`);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => server.close());
  }
} catch (fehler) {
  console.error(`Fehler (${ORT}): ${(fehler as Error).message}`);
  process.exitCode = 1;
}
