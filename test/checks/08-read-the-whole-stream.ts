// Step 08: TCP has no messages. Both sides read until the other has finished, whatever the pieces are.
import { randomBytes } from "node:crypto";
import { check, watch, type Bench } from "../support/check.ts";
import { echoesAndCloses, RECEIVING } from "../support/echo.ts";
import { failsCleanly } from "../support/failure.ts";
import { Mistake } from "../support/mistake.ts";

const MANY_BYTES = 1024 * 1024;
/** Three bytes in UTF-8. */
const CHARACTER = "世";
/** More than Node reads at once (64 KiB), and as much as the arguments of a program may hold everywhere. */
const LONG_TEXT = CHARACTER.repeat(30_000);
const SHORT_TEXT = "Is anybody there?";
/** What a decoder prints for bytes that are no character. */
const REPLACEMENT = "\ufffd";

/** Starts the client with `message`, and waits until it has sent all of it and has half-closed. */
async function sendsAndHalfCloses(bench: Bench, message: string) {
  const client = await bench.startClientWithServer({ args: [message] });
  const peer = await bench.acceptFrom(client);
  const closing = await watch(client, () => peer.closing());
  if (closing === undefined) throw new Mistake("never-half-closes", client, { near: /write\(/ });
  if (!peer.received().equals(Buffer.from(message)))
    throw new Mistake("sends-wrong-bytes", client, { near: /write\(|end\(/ });
  return { client, peer };
}

export const checks = [
  check("server", "the server echoes a mebibyte, and closes when its client has finished", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    const bytes = randomBytes(MANY_BYTES);
    client.send(bytes);
    client.end();
    await echoesAndCloses(server, client, bytes);
  }),

  check(
    "server",
    "the server echoes bytes that come one at a time, and waits for the next",
    async (bench) => {
      const server = await bench.startServer();
      const client = await bench.connectTo(server);
      const bytes = Buffer.from(SHORT_TEXT);
      for (const byte of bytes) {
        const before = client.received().length;
        client.send(Buffer.from([byte]));
        await watch(server, () => client.received().length > before || client.closing());
        if (client.received().length > before && !client.closing()) continue;
        throw new Mistake(before === 0 ? "no-echo" : "echoes-first-piece", server, { near: RECEIVING });
      }
      client.end();
      await echoesAndCloses(server, client, bytes);
    },
  ),

  check("server", "the server closes when its client has sent nothing", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    client.end();
    await echoesAndCloses(server, client, Buffer.alloc(0));
  }),

  check("server", "the server prints a character that comes in two pieces", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    const bytes = Buffer.from(CHARACTER);
    client.send(bytes.subarray(0, 1));
    if (!(await watch(server, () => client.received().length > 0)))
      throw new Mistake("no-echo", server, { near: RECEIVING });
    client.send(bytes.subarray(1));
    client.end();
    await echoesAndCloses(server, client, bytes);
    if (await watch(server, () => server.stdout().includes(CHARACTER))) return;
    throw new Mistake("splits-characters", server, { near: /toString|decode|\$\{/ });
  }),

  check("client", "the client says that it has finished, and then prints the whole reply", async (bench) => {
    const { client, peer } = await sendsAndHalfCloses(bench, LONG_TEXT);
    peer.send(peer.received());
    peer.end();
    // Once as what it sent, and once as what came back.
    if (await watch(client, () => client.stdout().split(LONG_TEXT).length > 2)) return;
    const broken = client.stdout().includes(REPLACEMENT);
    throw new Mistake(broken ? "splits-characters" : "prints-first-piece", client, { near: RECEIVING });
  }),

  check("client", "the client reports a reply that differs from its message", async (bench) => {
    const { client, peer } = await sendsAndHalfCloses(bench, SHORT_TEXT);
    peer.send(Buffer.from(SHORT_TEXT.toUpperCase()));
    peer.end();
    await failsCleanly(client, "The reply differed from the message");
  }),

  check("client", "the client reports a reply that is cut short", async (bench) => {
    const { client, peer } = await sendsAndHalfCloses(bench, SHORT_TEXT);
    peer.send(Buffer.from(SHORT_TEXT.slice(0, -1)));
    peer.end();
    await failsCleanly(client, "Only a part of the message came back");
  }),
];
