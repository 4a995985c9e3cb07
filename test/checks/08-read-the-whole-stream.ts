// Step 08: TCP has no messages. Both sides read until the other has finished, whatever the pieces are.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { check, longCheck, type Bench } from "../tutor/judge/check.ts";
import { slowness, watch, watchEnd } from "../tutor/judge/watch.ts";
import { awaitsForever, errorLines } from "../tutor/judge/diagnose.ts";
import { echoesAndCloses, echoesPiece } from "../tutor/judge/echo.ts";
import { endsByItself } from "../tutor/judge/ending.ts";
import { failsCleanly } from "../tutor/judge/failure.ts";
import { Mistake } from "../tutor/judge/mistake.ts";
import { hasTimedOut, hasTimer } from "../tutor/judge/output.ts";
import { quote } from "../tutor/judge/quote.ts";
import { checkDecoded, printsNoReply, showsText } from "../tutor/judge/text.ts";
import type { Program } from "../tutor/run/program.ts";

const MANY_BYTES = 1024 * 1024;
/** More than the systems of both ends keep for a client that does not read yet: the rest waits in the server. */
const TOO_MANY_BYTES = 8 * MANY_BYTES;
/** A server that prints nothing for so many pauses in a row, of so many milliseconds, has nothing more to do. */
const [STILL, PAUSE] = [3, 200];
/** How many pauses it gets at most. */
const PAUSES = 40;
/** How long, in milliseconds, a stranger may be silent at least. */
const SILENCE = 500;
/** Three bytes in UTF-8. */
const CHARACTER = "世";
/** More than Node reads at once (64 KiB), and as much as the arguments of a program may hold everywhere. */
const MANY_CHARACTERS = 30_000;
const LONG_TEXT = CHARACTER.repeat(MANY_CHARACTERS);
const SHORT_TEXT = "Is anybody there?";
/** What a decoder prints for bytes that are no character. */
const REPLACEMENT = "\ufffd";

/** Starts the client with `message`, and waits until it has sent all of it and has half-closed. */
async function sendsAndHalfCloses(bench: Bench, message: string) {
  const client = await bench.startClientWithServer({ args: [message] });
  const peer = await bench.acceptFrom(client);
  const closing = await watch(client, () => peer.closing());
  if (closing === undefined) throw new Mistake("never-half-closes", client);
  if (!peer.received().equals(Buffer.from(message)))
    throw new Mistake("sends-wrong-bytes", client, { expected: quote(message) });
  return { client, peer };
}

/** Waits until `server` has received all, or receives no more: it rests, or prints nothing more of what it receives. */
async function standsStill(server: Program): Promise<void> {
  let still = 0;
  for (let pause = 0; pause < PAUSES && still < STILL; pause += 1) {
    const before = server.output().length;
    await watch(server, () => server.exit(), PAUSE);
    if (server.isAtRest()) return;
    still = server.output().length > before ? 0 : still + 1;
  }
}

/** How often `part` is in `text`. */
function countOf(part: string, text: string): number {
  return text.split(part).length - 1;
}

export const checks = [
  check(
    "server",
    "the server echoes bytes that come one at a time, and waits for the next",
    async (bench) => {
      const server = await bench.startServer();
      const client = await bench.connectTo(server);
      const bytes = Buffer.from(SHORT_TEXT);
      for (const byte of bytes) await echoesPiece(server, client, Buffer.from([byte]));
      // Nothing comes for a while. That is not the end.
      if (await watch(server, () => client.closing(), SILENCE))
        throw new Mistake("takes-silence-for-end", server);
      client.end();
      await echoesAndCloses(server, client, bytes);
      await endsByItself(server, "never-closes-listener");
    },
  ),

  check("server", "the server echoes a mebibyte, and closes when its client has finished", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    const bytes = randomBytes(MANY_BYTES);
    void client.send(bytes);
    client.end();
    await echoesAndCloses(server, client, bytes);
  }),

  longCheck("server", "the server loses nothing when its client reads late", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    const bytes = Buffer.from(randomBytes(TOO_MANY_BYTES / 2).toString("hex"));
    client.pause();
    void client.send(bytes);
    client.end();
    await standsStill(server);
    client.resume();
    await echoesAndCloses(server, client, bytes);
  }),

  check("server", "the server closes when its client has sent nothing", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    client.end();
    await echoesAndCloses(server, client, Buffer.alloc(0));
    // Nothing is a stream, too: it is no error.
    await endsByItself(server, "never-closes-listener");
  }),

  check("server", "the server prints a character that comes in two pieces", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    const before = server.stdout();
    const character = Buffer.from(CHARACTER);
    const [start, rest] = [character.subarray(0, 1), character.subarray(1)];
    await echoesPiece(server, client, start);
    void client.send(rest);
    client.end();
    await echoesAndCloses(server, client, character);
    if (await watch(server, () => server.stdout().includes(CHARACTER))) return;
    if (server.stdout().includes(REPLACEMENT)) throw new Mistake("splits-characters", server);
    await showsText(server, client, CHARACTER, before);
  }),

  check("server", "the server prints what came of a character that is cut off", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    const before = server.stdout();
    const bytes = Buffer.from(SHORT_TEXT + CHARACTER).subarray(0, -2);
    const start = bytes.toString("hex").slice(-2);
    void client.send(bytes);
    client.end();
    await echoesAndCloses(server, client, bytes);
    await showsText(server, client, SHORT_TEXT, before);
    // As a replacement, or as the byte that it is.
    const isShown = () =>
      server.stdout().includes(REPLACEMENT) || server.stdout().toLowerCase().includes(start);
    if (!(await watch(server, isShown)))
      throw new Mistake("forgets-cut-character", server, { actual: start });
  }),

  longCheck(
    "client",
    "the client says that it has finished, and then prints the whole reply",
    async (bench) => {
      const { client, peer } = await sendsAndHalfCloses(bench, LONG_TEXT);
      const reply = peer.received();
      // In the middle of a character.
      const middle = reply.length / 2 + 1;
      void peer.send(reply.subarray(0, middle));
      // One that ends at once has other reasons.
      await client.transcript.until(
        () => client.exit() ?? client.isAtRest(),
        SILENCE * (await slowness(client)),
      );
      if (client.exit() && (hasTimer(client) || hasTimedOut(client)))
        throw new Mistake("takes-silence-for-end", client);
      void peer.send(reply.subarray(middle));
      peer.end();
      const end = await watchEnd(client);
      // Once as what it sent, and once as what came back: at once, or piece by piece.
      const length = countOf(CHARACTER, client.stdout()) - MANY_CHARACTERS;
      if (length < MANY_CHARACTERS) {
        if (length <= 0) checkDecoded(client, LONG_TEXT, client.stdout());
        if (length <= 0 && (end?.code === 0 || awaitsForever(client)))
          throw new Mistake("loses-reply", client, { expected: quote(LONG_TEXT) });
        await watch(client, () => false, 0);
        if (length <= 0) throw printsNoReply(client, LONG_TEXT);
        // Of a character that was broken, at least one replacement is left.
        const broken = length + countOf(REPLACEMENT, client.stdout()) >= MANY_CHARACTERS;
        throw new Mistake(broken ? "splits-characters" : "prints-first-piece", client);
      }
      if (end === undefined) throw new Mistake("never-ends", client);
      // One that says nothing of the reply has not rejected it.
      const name = errorLines(client).length > 0 ? "rejects-right-reply" : "exits-with-failure";
      const meant = /\bequals\(/.test(readFileSync(client.file, "utf8")) ? "equals" : "operator";
      if (end.code !== 0) throw new Mistake(name, client, { actual: String(end.code), meant });
    },
  ),

  check("client", "the client reports a reply that differs from its message", async (bench) => {
    const { client, peer } = await sendsAndHalfCloses(bench, SHORT_TEXT);
    void peer.send(Buffer.from(SHORT_TEXT.toUpperCase()));
    peer.end();
    await failsCleanly(client, "The reply differed from the message");
  }),

  check("client", "the client reports a reply that is cut short", async (bench) => {
    const { client, peer } = await sendsAndHalfCloses(bench, SHORT_TEXT);
    void peer.send(Buffer.from(SHORT_TEXT.slice(0, -1)));
    peer.end();
    await watchEnd(client);
    if (awaitsForever(client)) throw new Mistake("waits-for-the-rest", client);
    await failsCleanly(client, "Only a part of the message came back");
  }),
];
