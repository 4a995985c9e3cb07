// Step 04: the client sends its message as bytes, and prints it; the server receives bytes, and prints their text.
import path from "node:path";
import { check, watch, type Bench } from "../tutor/judge/check.ts";
import { Mistake } from "../tutor/judge/mistake.ts";
import { printedSince, showsRawBuffer } from "../tutor/judge/output.ts";
import { quote } from "../tutor/judge/quote.ts";
import type { Peer } from "../tutor/run/peer.ts";

/** Letters of one, two, three and four bytes in UTF-8. */
const TEXT = "Grüße, 世界 👋";
const DEFAULT_MESSAGE = "Hello Echo!";
/** How long, in milliseconds, a client may take to end after its server has ended the connection. */
const ENDING = 1_000;

/** Starts the client and checks that it sends `message`, exactly, and prints it. */
async function sendsMessage(bench: Bench, args: string[], message: string): Promise<void> {
  const client = await bench.startClientWithServer({ args });
  const peer = await bench.acceptFrom(client);
  const expected = Buffer.from(message, "utf8");
  await watch(client, () => peer.received().length >= expected.length || peer.closing());
  await watch(client, () => client.stdout().includes(message));
  // A client that hears that no reply will come has nothing left to send. What it adds, has come by then.
  peer.end();
  await client.transcript.until(() => peer.closing() ?? client.exit(), ENDING);

  checkBytes(client, peer, expected, message);
  if (!client.stdout().includes(message)) {
    throw new Mistake("tells-not-what-it-sent", client, { expected: quote(message), near: /write\(/ });
  }
}

function checkBytes(client: Mistake["program"], peer: Peer, expected: Buffer, message: string): void {
  const sent = peer.received();
  if (sent.equals(expected)) return;
  const facts = { expected: quote(message), actual: quote(sent.toString("utf8")), near: /write\(|end\(./ };
  const encoded = (encoding: BufferEncoding) => sent.equals(Buffer.from(message, encoding));
  if (sent.length === 0) throw new Mistake("sends-nothing", client, facts);
  if (encoded("latin1") || encoded("ascii") || encoded("utf16le"))
    throw new Mistake("wrong-encoding", client, facts);
  // The elements of process.argv before the first argument are the names of two files.
  const isFileName = path.isAbsolute(sent.toString("utf8"));
  if (isFileName && message === DEFAULT_MESSAGE)
    throw new Mistake("takes-file-for-message", client, { ...facts, near: /argv/ });
  if (isFileName || sent.equals(Buffer.from(DEFAULT_MESSAGE)))
    throw new Mistake("ignores-argument", client, facts);
  if (/^[\r\n\0]+$/.test(sent.toString("utf8").replace(message, "")))
    throw new Mistake("adds-newline", client, facts);
  throw new Mistake(sent.includes(expected) ? "adds-bytes" : "sends-wrong-bytes", client, facts);
}

export const checks = [
  check("client", "the client sends exactly the UTF-8 bytes of its argument, and prints it", (bench) =>
    sendsMessage(bench, [TEXT], TEXT),
  ),

  check("client", `without an argument, the client sends "${DEFAULT_MESSAGE}"`, (bench) =>
    sendsMessage(bench, [], DEFAULT_MESSAGE),
  ),

  check("server", "the server prints the text that arrived", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    const before = server.stdout();
    client.send(Buffer.from(TEXT, "utf8"));
    if (await watch(server, () => server.stdout().includes(TEXT))) return;

    const printed = printedSince(server, before);
    const facts = { expected: quote(TEXT), near: /toString|decode|console\.log\(`?Received/ };
    if (showsRawBuffer(printed)) throw new Mistake("prints-raw-buffer", server, facts);
    if (printed.includes("Gr") || printed.includes(Buffer.from(TEXT).toString("hex")))
      throw new Mistake("garbles-text", server, facts);
    // Lines that only tell of the connection do not count as printing what arrived.
    const told = printed
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "" && !line.includes(String(client.port)));
    throw new Mistake(told.length === 0 ? "receives-nothing" : "prints-other-text", server, facts);
  }),
];
