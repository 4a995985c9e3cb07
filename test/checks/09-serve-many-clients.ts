// Step 09: with --keep-open (-k) the server serves one client after another and many at once; Ctrl+C ends it gracefully.
import { check, longCheck, type Bench } from "../tutor/judge/check.ts";
import { watch, watchEnd } from "../tutor/judge/watch.ts";
import {
  blamed,
  connectAgain,
  cutOff,
  echoes,
  saysWhoFailed,
  servesOneMore,
  stopsAcceptingAt,
} from "../tutor/judge/clients.ts";
import { checkListeners } from "../tutor/judge/diagnose.ts";
import { echoesAndCloses } from "../tutor/judge/echo.ts";
import { endsByItself } from "../tutor/judge/ending.ts";
import { Mistake } from "../tutor/judge/mistake.ts";
import type { Peer } from "../tutor/run/peer.ts";
import { hasSignals } from "../tutor/run/process.ts";

const MANY = 100;
/** One more than those from which on Node warns of listeners that are never removed, so that it has warned. */
const ONE_AFTER_ANOTHER = 12;
/** How long something may take that comes after the end of a connection, in milliseconds. */
const ENDING = 1_000;
/** Two characters of three bytes each. */
const CHARACTERS = ["世", "界"];

/** Starts the server, and connects a client that is in the middle of its message. */
async function startServing(bench: Bench) {
  const server = await bench.startServer({ args: ["--keep-open"] });
  const client = await bench.connectTo(server);
  await echoes(server, client, "first half, ", () => new Mistake("no-echo", server));
  return { server, client };
}

function endsGracefullyAt(signal: NodeJS.Signals) {
  return check("server", `at ${signal}, the server accepts no more, but finishes its echo`, async (bench) => {
    const { server, client } = await startServing(bench);
    await stopsAcceptingAt(signal, server, client);
    await echoes(server, client, "second half", () => cutOff(signal, server));
    client.end();
    await echoesAndCloses(server, client, Buffer.from("first half, second half"));
    await endsByItself(server, "never-ends");
  });
}

const endsAtSignals = [
  endsGracefullyAt("SIGINT"),
  endsGracefullyAt("SIGTERM"),
  check("server", "a second SIGINT ends the server at once", async (bench) => {
    const { server, client } = await startServing(bench);
    await stopsAcceptingAt("SIGINT", server, client);
    // It has nobody to wait for. And the first signal may still be on its way.
    if (client.closing() && !server.exit()) throw await cutOff("SIGINT", server);
    server.signal("SIGINT");
    if (!(await watchEnd(server))) throw new Mistake("ignores-second-signal", server);
  }),
];

export const checks = [
  check("server", "without --keep-open, the server still serves one client, and ends", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    const bytes = Buffer.from("The only one");
    void client.send(bytes);
    client.end();
    await echoesAndCloses(server, client, bytes);
    await endsByItself(server, "keeps-open-unasked");
  }),

  check("server", "with --keep-open, the server serves one client after another", async (bench) => {
    const server = await bench.startServer({ args: ["--keep-open"] });
    for (let number = 1; number <= ONE_AFTER_ANOTHER; number += 1) {
      const others = Array.from({ length: number - 1 }, (_, index) => `client ${index + 1}.`);
      await servesOneMore(bench, server, `This is client ${number}.`, others);
    }
    checkListeners(server);
  }),

  check("server", `with -k, the server serves ${MANY} clients at once`, async (bench) => {
    const server = await bench.startServer({ args: ["-k"] });
    // Does it know -k, the short form?
    await servesOneMore(bench, server, "The first", []);
    await servesOneMore(bench, server, "The second", ["The first"]);
    const texts = Array.from({ length: MANY }, (_, number) => `This is client ${number}. `);
    const clients = await Promise.all(texts.map(() => connectAgain(bench, server)));
    for (const [number, client] of clients.entries()) void client.send(Buffer.from(texts[number]!));
    const expected = texts.map((text) => Buffer.from(`${text}Goodbye!`));
    const mixedUp = () =>
      clients.some((client, number) => {
        const echo = client.received();
        return !expected[number]!.subarray(0, echo.length).equals(echo);
      });
    const answered = () => clients.filter((client) => client.received().length > 0).length;
    const turnedAway = () => clients.some((client) => client.closing());
    await watch(server, () => answered() === MANY || turnedAway() || mixedUp());
    // What is sent to the wrong client may arrive after the end of another.
    if (turnedAway()) await watch(server, mixedUp, ENDING);
    if (mixedUp()) throw new Mistake("mixes-up-clients", server);
    if (turnedAway()) throw new Mistake("turns-clients-away", server);
    if (answered() < MANY) throw new Mistake(answered() === 0 ? "no-echo" : "one-at-a-time", server);

    for (const client of clients) {
      void client.send(Buffer.from("Goodbye!"));
      client.end();
    }
    await watch(server, () => clients.every((client) => client.closing()) || mixedUp());
    if (mixedUp()) throw new Mistake("mixes-up-clients", server);
    for (const [number, client] of clients.entries())
      await echoesAndCloses(server, client, expected[number]!);
  }),

  check("server", "a client that is silent, leaves or fails disturbs no other", async (bench) => {
    const { server, client } = await startServing(bench);
    await connectAgain(bench, server); // Silent, to the end.
    const failing = await connectAgain(bench, server);
    await echoes(server, failing, "and then", () =>
      failing.closing() ? new Mistake("turns-clients-away", server) : new Mistake("one-at-a-time", server),
    );
    for (const [detail, leave] of [
      ["One client reset its connection in the middle of its message", (other: Peer) => other.reset()],
      ["One client left without a word", (other: Peer) => other.end()],
      ["One client vanished as soon as it had connected", (other: Peer) => other.destroy()],
    ] as const) {
      const leaving = detail.includes("middle") ? failing : await connectAgain(bench, server);
      leave(leaving);
      try {
        await servesOneMore(bench, server, "The next one", ["first half"]);
        await echoes(server, client, "still here, ", () => new Mistake("one-client-ends-all", server));
      } catch (error) {
        throw await blamed(error, detail, server);
      }
      // An empty stream is answered by one, and its connection is closed.
      if (detail.includes("word")) await echoesAndCloses(server, leaving, Buffer.alloc(0));
    }
  }),

  longCheck("server", "one line says which client has failed", async (bench) => {
    const { server, client } = await startServing(bench);
    const failing = await connectAgain(bench, server);
    await echoes(server, failing, "and then", () => new Mistake("one-at-a-time", server));
    await saysWhoFailed(server, failing, client);
  }),

  check("server", "with --keep-open, the server keeps the texts of its clients apart", async (bench) => {
    const { server } = await startServing(bench);
    const clients = [await connectAgain(bench, server), await connectAgain(bench, server)];
    const before = server.stdout();
    // Each sends the beginning of its character, and the rest when the other has begun.
    for (const [from, to] of [
      [0, 1],
      [1, 3],
    ] as const)
      for (const [index, client] of clients.entries()) {
        const sent = client.received().length;
        void client.send(Buffer.from(CHARACTERS[index]!).subarray(from, to));
        await watch(server, () => client.received().length > sent || client.closing());
      }
    for (const client of clients) client.end();
    const printed = () => server.stdout().slice(before.length);
    if (await watch(server, () => CHARACTERS.every((character) => printed().includes(character)))) return;
    const isBroken = printed().includes("\ufffd") || CHARACTERS.some((each) => printed().includes(each));
    throw new Mistake(isBroken ? "mixes-up-texts" : "receives-nothing", server, {
      expected: CHARACTERS.join(" and "),
    });
  }),

  ...(hasSignals ? endsAtSignals : []),
];
