// Step 09: with --keep-open (-k) the server serves one client after another and many at once; Ctrl+C ends it gracefully.
import { check, watch, watchEnd, type Bench } from "../support/check.ts";
import { uncaught } from "../support/diagnose.ts";
import { echoesAndCloses } from "../support/echo.ts";
import { Mistake } from "../support/mistake.ts";
import { connect, type Peer } from "../support/peer.ts";
import type { Program } from "../support/program.ts";
import { startTranscript } from "../support/transcript.ts";

const MANY = 100;
/** How long, in milliseconds, to wait before trying again whether the server still accepts. */
const RETRY = 25;
const ATTEMPTS = 100;

const near = /createServer|on\("connection"|for await/;
const nearSignal = /SIGINT|SIGTERM/;

/** Sends `text` and waits until it has come back. Throws what `otherwise` gives when it does not. */
async function echoes(server: Program, client: Peer, text: string, otherwise: () => Mistake): Promise<void> {
  const expected = client.received().length + Buffer.byteLength(text);
  void client.send(Buffer.from(text));
  await watch(server, () => client.received().length >= expected || client.closing());
  if (client.received().length !== expected || client.closing()) throw otherwise();
}

/** Connects to a server that has served before. */
async function connectAgain(bench: Bench, server: Program): Promise<Peer> {
  try {
    return await bench.connectTo(server);
  } catch (error) {
    if (!(error instanceof Mistake && error.name === "never-listens")) throw error;
    throw new Mistake("ends-after-first-client", server, { near });
  }
}

/** Connects, sends `text`, finishes, and waits until the server has echoed it and closed. */
async function servesOneMore(bench: Bench, server: Program, text: string): Promise<void> {
  const client = await connectAgain(bench, server);
  const bytes = Buffer.from(text);
  void client.send(bytes);
  client.end();
  await watch(server, () => client.closing());
  // A server that stops listening may turn away those that are about to be accepted.
  if (client.received().length === 0 && client.closing())
    throw new Mistake("ends-after-first-client", server, { near });
  await echoesAndCloses(server, client, bytes);
}

/** Starts the server, and connects a client that is in the middle of its message. */
async function startServing(bench: Bench) {
  const server = await bench.startServer({ args: ["--keep-open"] });
  const client = await bench.connectTo(server);
  await echoes(server, client, "first half, ", () => new Mistake("no-echo", server, { near }));
  return { server, client };
}

/** Sends `signal`, and waits until nobody can connect any more. Those that still can leave at once. */
async function stopsAcceptingAt(signal: NodeJS.Signals, server: Program): Promise<void> {
  const facts = { actual: signal, near: nearSignal };
  server.signal(signal);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const client = await connect(server.port, startTranscript());
    client?.destroy();
    await server.transcript.until(server.exit, RETRY);
    if (server.exit()?.signal === signal) throw new Mistake("dies-at-signal", server, facts);
    if (client === undefined) return;
  }
  throw new Mistake("accepts-after-signal", server, facts);
}

function endsGracefullyAt(signal: NodeJS.Signals) {
  return check("server", `at ${signal}, the server accepts no more, but finishes its echo`, async (bench) => {
    const { server, client } = await startServing(bench);
    await stopsAcceptingAt(signal, server);
    const cutOff = () => new Mistake("cuts-off-clients", server, { actual: signal, near: nearSignal });
    await echoes(server, client, "second half", cutOff);
    client.end();
    await echoesAndCloses(server, client, Buffer.from("first half, second half"));
    await watch(server, () => false);
    const end = server.exit();
    if (end === undefined) throw new Mistake("never-ends", server, { near: nearSignal });
    if (end.code !== 0)
      throw new Mistake("exits-with-failure", server, { actual: String(end.code), near: nearSignal });
  });
}

const endsAtSignals = [
  endsGracefullyAt("SIGINT"),
  endsGracefullyAt("SIGTERM"),
  check("server", "a second SIGINT ends the server at once", async (bench) => {
    const { server } = await startServing(bench);
    await stopsAcceptingAt("SIGINT", server);
    server.signal("SIGINT");
    if (!(await watchEnd(server))) throw new Mistake("ignores-second-signal", server, { near: nearSignal });
  }),
];

export const checks = [
  check("server", "with --keep-open, the server serves one client after another", async (bench) => {
    const server = await bench.startServer({ args: ["--keep-open"] });
    for (const text of ["The first", "The second", "The third"]) await servesOneMore(bench, server, text);
  }),

  check("server", `with -k, the server serves ${MANY} clients at once`, async (bench) => {
    const server = await bench.startServer({ args: ["-k"] });
    const texts = Array.from({ length: MANY }, (_, number) => `This is client ${number}. `);
    const clients: Peer[] = [];
    for (const text of texts) {
      const client = await connectAgain(bench, server);
      clients.push(client);
      void client.send(Buffer.from(text));
    }
    const answered = () => clients.filter((client) => client.received().length > 0 || client.closing());
    await watch(server, () => answered().length === MANY);
    if (clients.some((client) => client.closing()))
      throw new Mistake("turns-clients-away", server, { near: /maxConnections|destroy|end\(/ });
    if (answered().length < MANY)
      throw new Mistake(answered().length === 0 ? "no-echo" : "one-at-a-time", server, { near });

    for (const client of clients) {
      void client.send(Buffer.from("Goodbye!"));
      client.end();
    }
    await watch(server, () => clients.every((client) => client.closing()));
    const expected = texts.map((text) => `${text}Goodbye!`);
    const echoed = clients.map((client) => client.received().toString("utf8"));
    const wrong = echoed.find((echo, number) => !expected[number]!.startsWith(echo));
    if (wrong !== undefined)
      throw new Mistake("mixes-up-clients", server, { near: /^let |^const \w+(: \w+)? = (\[|new)/ });
    for (const [number, client] of clients.entries())
      await echoesAndCloses(server, client, Buffer.from(expected[number]!));
  }),

  check("server", "a client that is silent, leaves or fails disturbs no other", async (bench) => {
    const { server, client } = await startServing(bench);
    const told = (detail: string) =>
      new Mistake(uncaught(server) ? "crashes-on-error" : "one-client-ends-all", server, { detail, near });
    await connectAgain(bench, server); // Silent, to the end.
    const failing = await connectAgain(bench, server);
    await echoes(server, failing, "and then", () => new Mistake("one-at-a-time", server, { near }));
    for (const [detail, leave] of [
      ["One client reset its connection in the middle of its message", (other: Peer) => other.reset()],
      ["One client left without a word", (other: Peer) => other.end()],
      ["One client vanished as soon as it had connected", (other: Peer) => other.destroy()],
    ] as const) {
      leave(detail.includes("middle") ? failing : await connectAgain(bench, server));
      try {
        await servesOneMore(bench, server, "The next one");
        await echoes(server, client, "still here, ", () => told(detail));
      } catch (error) {
        throw server.exit() || client.closing() ? told(detail) : error;
      }
    }
  }),

  // On Windows, nobody can send these signals to a program. Ctrl+C in its terminal works there, too.
  ...(process.platform === "win32" ? [] : endsAtSignals),
];
