// Step 10: a client that sends and does not read is made to wait. What it sends does not pile up in the server's memory.
import { randomBytes } from "node:crypto";
import { check, watch, type Bench } from "../support/check.ts";
import { echoesAndCloses } from "../support/echo.ts";
import { Mistake } from "../support/mistake.ts";
import type { Peer } from "../support/peer.ts";
import type { Program } from "../support/program.ts";

const MEBIBYTE = 1024 * 1024;
/** What no system takes for a program that does not receive: the buffers of both ends hold some megabytes. */
const TOO_MUCH = 64 * MEBIBYTE;
/** How long, in milliseconds, nothing more is taken when a client is being held back. */
const STANDSTILL = 1_000;

const near = /write\(|pipe/;

/** Whether the systems in between take `bytes` before everything has come to a standstill. */
async function takes(server: Program, client: Peer, bytes: Buffer): Promise<boolean> {
  const taken = client.send(bytes).then(() => true);
  const standstill = watch(server, () => client.closing(), STANDSTILL).then(() => false);
  return Promise.race([taken, standstill]);
}

/** Sends without reading until the server takes no more. Gives all that was sent. */
async function holdsBack(server: Program, client: Peer): Promise<Buffer> {
  client.pause();
  const sent: Buffer[] = [];
  while (sent.length * MEBIBYTE < TOO_MUCH) {
    const bytes = randomBytes(MEBIBYTE);
    sent.push(bytes);
    if (!(await takes(server, client, bytes))) return Buffer.concat(sent);
  }
  throw new Mistake("buffers-without-limit", server, { near });
}

async function start(bench: Bench) {
  const server = await bench.startServer({ args: ["--keep-open"] });
  return { server, client: await bench.connectTo(server) };
}

export const checks = [
  check(
    "server",
    "the server holds back a client that does not read, and echoes it all later",
    async (bench) => {
      const { server, client } = await start(bench);
      const sent = await holdsBack(server, client);
      client.resume();
      client.end();
      await watch(server, () => client.closing());
      const echo = client.received();
      if (!client.closing() && echo.length < sent.length)
        throw new Mistake("never-goes-on", server, { near });
      if (echo.length < sent.length) throw new Mistake("drops-bytes", server, { near });
      await echoesAndCloses(server, client, sent);
    },
  ),

  check("server", "the server serves others while it holds one client back", async (bench) => {
    const { server, client } = await start(bench);
    await holdsBack(server, client);
    const other = await bench.connectTo(server);
    const bytes = Buffer.from("Is there anybody else?");
    void other.send(bytes);
    other.end();
    await watch(server, () => other.closing());
    if (!other.closing()) throw new Mistake("holds-all-back", server, { near });
    await echoesAndCloses(server, other, bytes);
  }),
];
