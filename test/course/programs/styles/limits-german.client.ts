// A right echo client with a limit that speaks German, and shows control characters as JSON does.
// right for: 11
import { on, once } from "node:events";
import net from "node:net";
import { setTimeout as warten } from "node:timers/promises";
import { parseArgs } from "node:util";

const { HOST = "127.0.0.1", PORT = "9999" } = process.env;

function sichtbar(text: string): string {
  return JSON.stringify(text).replace(
    /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu,
    (zeichen) => `\\u{${zeichen.codePointAt(0)!.toString(16)}}`,
  );
}

async function fragen(socket: net.Socket, nachricht: Buffer): Promise<Buffer> {
  socket.connect(Number(PORT), HOST);
  await once(socket, "connect");
  console.log(`Verbunden mit ${HOST}, Port ${PORT}.`);
  socket.end(nachricht);
  console.log(`Gesendet: „${nachricht}“`);
  let antwort = Buffer.alloc(0);
  for await (const [stück] of on(socket, "data", { close: ["end"] }))
    antwort = Buffer.concat([antwort, stück]);
  return antwort;
}

async function zuSpät(sekunden: number, signal: AbortSignal): Promise<never> {
  await warten(sekunden * 1000, undefined, { signal });
  throw new Error(`nach ${sekunden} s noch keine Antwort`);
}

const fertig = new AbortController();
const socket = new net.Socket();
try {
  const { values, positionals } = parseArgs({
    options: { timeout: { type: "string" }, help: { type: "boolean", short: "h" } },
    allowPositionals: true,
  });
  const sekunden = Number(values.timeout ?? 600);
  if (!(sekunden > 0 && sekunden < 1e6)) throw new Error(`--timeout ${values.timeout} ergibt keinen Sinn`);
  if (values.help) {
    console.log("Aufruf: echo_client.ts [--timeout SEKUNDEN] [NACHRICHT]");
  } else {
    const nachricht = Buffer.from(positionals[0] ?? "Hello Echo!");
    const antwort = await Promise.race([fragen(socket, nachricht), zuSpät(sekunden, fertig.signal)]);
    console.log(`Zurück kam: ${sichtbar(antwort.toString("utf8"))}`);
    if (!antwort.equals(nachricht)) throw new Error("das Echo klingt anders");
  }
} catch (fehler) {
  console.error(`Fehler (${HOST}, Port ${PORT}): ${(fehler as Error).message}`);
  process.exitCode = 1;
} finally {
  fertig.abort();
  socket.destroy();
}
