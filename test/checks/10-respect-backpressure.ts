// Step 10: a client that sends and does not read is made to wait. What it sends does not pile up in the server's memory.
import { randomBytes } from "node:crypto";
import { longCheck, type Bench } from "../tutor/judge/check.ts";
import { ANSWERING, watch } from "../tutor/judge/watch.ts";
import { echoesAndCloses } from "../tutor/judge/echo.ts";
import { Mistake } from "../tutor/judge/mistake.ts";
import type { Peer } from "../tutor/run/peer.ts";
import type { Program } from "../tutor/run/program.ts";

const MEBIBYTE = 1024 * 1024;
/** What no system takes for a program that does not receive: the buffers of both ends hold some megabytes. */
const TOO_MUCH = 64 * MEBIBYTE;
/** How long, in milliseconds, nothing more is taken when a client is being held back. */
const STANDSTILL = 1_000;
/** How often one looks meanwhile. After each look the server has to be alive: one that only waits for its turn is not. */
const LOOKS = 5;

/** It is text: servers print what they receive. Twice the same, so that a mebibyte can begin anywhere in the first. */
const TEXT = Buffer.from(
  randomBytes((MEBIBYTE / 4) * 3)
    .toString("base64")
    .repeat(2),
);

/** A mebibyte that is like no other: the text begins somewhere else, after so many bytes. Nothing is copied. */
function textFrom(begin: number): Buffer {
  return TEXT.subarray(begin, begin + MEBIBYTE);
}

/** Whether the systems in between take `bytes` before everything has come to a standstill. */
async function takes(server: Program, client: Peer, bytes: Buffer): Promise<boolean> {
  const taken = client.send(bytes).then(() => true);
  for (let look = 0; look < LOOKS; look += 1) {
    const looked = watch(server, () => client.closing(), STANDSTILL / LOOKS).then(() => false);
    if (await Promise.race([taken, looked])) return true;
  }
  return false;
}

/** Sends without reading until the server takes no more, or has taken too much. Gives all mebibytes that were sent. */
async function fill(server: Program, client: Peer) {
  client.pause();
  const sent: Buffer[] = [];
  while (sent.length * MEBIBYTE < TOO_MUCH) {
    const bytes = textFrom(sent.length);
    sent.push(bytes);
    if (!(await takes(server, client, bytes))) return { sent, isHeldBack: true };
  }
  return { sent, isHeldBack: false };
}

/** Reads until the server closes. However slow it is, it gets the time, as long as its echo goes on. */
async function readsOn(server: Program, client: Peer): Promise<void> {
  client.resume();
  let before = -1;
  let patience = STANDSTILL; // In the beginning, much comes that has only been waiting.
  while (!client.closing() && client.received().length > before) {
    before = client.received().length;
    await watch(server, () => client.closing(), patience);
    patience = ANSWERING;
  }
}

async function start(bench: Bench) {
  const server = await bench.startServer({ args: ["--keep-open"] });
  return { server, client: await bench.connectTo(server) };
}

export const checks = [
  longCheck(
    "server",
    "the server holds back a client that does not read, and echoes it all later",
    async (bench) => {
      const { server, client } = await start(bench);
      const { sent, isHeldBack } = await fill(server, client);
      const tooMuch = isHeldBack ? undefined : new Mistake("buffers-without-limit", server);
      client.end();
      // Before anything is read: a server that takes everything may also drop it now.
      if (tooMuch) await watch(server, () => client.closing(), STANDSTILL);
      await readsOn(server, client);
      const isShort = client.received().length < sent.length * MEBIBYTE;
      // Before the other mistake: what has been dropped is not in the server's memory.
      if (isShort && client.closing() === "end") throw new Mistake("drops-bytes", server);
      if (tooMuch) throw tooMuch;
      if (isShort && !client.closing()) throw new Mistake("never-goes-on", server);
      await echoesAndCloses(server, client, Buffer.concat(sent));
    },
  ),

  longCheck("server", "the server serves others while it holds one client back", async (bench) => {
    const { server, client } = await start(bench);
    await fill(server, client);
    const other = await bench.connectTo(server);
    const bytes = Buffer.from("Is there anybody else?");
    void other.send(bytes);
    other.end();
    await watch(server, () => other.closing());
    if (!other.closing() && other.received().length === 0) throw new Mistake("holds-all-back", server);
    await echoesAndCloses(server, other, bytes);
  }),
];
