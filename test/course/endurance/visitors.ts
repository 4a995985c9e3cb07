// Clients for the finished server, well-behaved and other, which do as a random source decides.
import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { PATIENCE } from "./finished.ts";
import { LOOPBACK } from "../../tutor/run/peer.ts";
import type { Random } from "./random.ts";

/** A client's pauses are at most so long, in milliseconds: long enough for others to come in between. */
const PAUSE = 10;
/** More pieces of a message tell nothing new, and take their time. */
const MOST_PIECES = 20;
/** The most characters of a text: no more than the beginning of it is printed. */
const MOST_TEXT = 4_000;
/** What terminals obey: they clear the screen, take a title, ring, go back, begin a line, turn the text. */
const COMMANDS = [
  "\x1b[2J",
  "\x1b]0;title\x07",
  "\b",
  "\r",
  "\n",
  "\0",
  "\x7f",
  "\u0085",
  "\u009b5m",
  "\u202e",
];
/** Characters of one to four bytes. */
const CHARACTERS = ["e", "ß", "世", "👋"];

/** Text to be sent by one side and printed by the other: characters and commands, at most `most` of them. */
export function hostileText(random: Random, most: number): string {
  const parts = random.pick([CHARACTERS, COMMANDS, [...CHARACTERS, ...COMMANDS]]);
  return Array.from({ length: random.size(most) }, () => random.pick(parts)).join("");
}

/** A character that a terminal could obey. Lines have to end, of course. */
export const CONTROL = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u;

/** What a client sends: text that is meant to do harm, or up to `most` bytes of any value. */
function message(random: Random, most: number): Buffer {
  return random.happens(50) ? random.bytes(random.size(most)) : Buffer.from(hostileText(random, MOST_TEXT));
}

/** Waits, or does not, so that the sides take turns in many ways. */
export async function pause(random: Random): Promise<void> {
  if (random.happens(50)) await sleep(random.whole(0, PAUSE));
}

/** `bytes` in pieces of random sizes. */
export function inPieces(random: Random, bytes: Buffer): Buffer[] {
  const largest = Math.max(1, Math.ceil(bytes.length / MOST_PIECES), random.size(bytes.length));
  const pieces: Buffer[] = [];
  for (let from = 0, size; from < bytes.length; from += size) {
    size = random.whole(1, largest);
    pieces.push(bytes.subarray(from, from + size));
  }
  return pieces;
}

async function connectTo(port: number): Promise<net.Socket> {
  const socket = net.connect({ port, host: LOOPBACK, allowHalfOpen: true });
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error("the server does nothing any more")));
  await once(socket, "connect");
  // Who waits for the socket is thrown its error; between two waits, it is no concern of this process.
  return socket.on("error", () => undefined);
}

/** Where `echo` differs from `sent` first, in words. */
function difference(sent: Buffer, echo: Buffer): string {
  const at = sent.findIndex((byte, index) => byte !== echo[index]);
  return `${sent.length} bytes were sent, ${echo.length} came back, and they differ from byte ${
    at < 0 ? sent.length : at
  } on`;
}

/**
 * A client that sends at most `most` bytes, in pieces, and half-closes, now or later. Throws unless the very same
 * bytes come back, and then the server's FIN. Gives how many bytes it sent.
 */
export async function behave(random: Random, port: number, most: number): Promise<number> {
  const sent = message(random, most);
  const socket = await connectTo(port);
  try {
    const echoed: Buffer[] = [];
    let received = 0;
    socket.on("data", (bytes: Buffer) => {
      echoed.push(bytes);
      received += bytes.length;
    });
    const ended = once(socket, "end");
    ended.catch(() => undefined); // It may fail while nobody waits for it: whoever waits next is told.

    const rhythm = random.pick(["at once", "with pauses", "in turns"]);
    let written = 0;
    for (const piece of inPieces(random, sent)) {
      written += piece.length;
      if (!socket.write(piece)) await Promise.race([once(socket, "drain"), ended]);
      // One that reads nothing for a while is not read from either: its system makes the server wait.
      if (random.happens(5)) void sleep(PAUSE, socket.pause()).then(() => socket.resume());
      if (rhythm === "with pauses") await pause(random);
      while (rhythm === "in turns" && received < written && !socket.readableEnded)
        await Promise.race([once(socket, "data"), ended]);
    }
    await pause(random);
    socket.end();
    await ended;
    const echo = Buffer.concat(echoed);
    if (!echo.equals(sent)) throw new Error(difference(sent, echo));
    return sent.length;
  } finally {
    socket.destroy();
  }
}

/** A client that stalls, resets, leaves early: whatever the server makes of it. Gives when it has left. */
export async function misbehave(random: Random, port: number, most: number): Promise<void> {
  const socket = await connectTo(port);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  if (random.happens(50)) socket.resume();
  if (random.happens(80)) socket.write(message(random, most));
  await pause(random);
  // Node resets a connection only when all that was written is on its way: for that, the echo has to be read.
  if (random.happens(40)) socket.resume().resetAndDestroy();
  else {
    if (random.happens(50)) socket.end();
    await pause(random);
    socket.destroy();
  }
  await closed;
}
