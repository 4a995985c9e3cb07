// Several clients at once, or one after another: how each is served, and which mistake it is when one is not.
import { type Bench } from "./check.ts";
import { CLOSES } from "./closing.ts";
import { watch, watchEnd } from "./watch.ts";
import { uncaught } from "./diagnose.ts";
import { echoesAndCloses } from "./echo.ts";
import { Mistake } from "./mistake.ts";
import { mentions } from "./output.ts";
import type { MistakeName } from "./mistakes.ts";
import type { Sentence } from "./sentences.ts";
import { connect, type Peer } from "../run/peer.ts";
import type { Program } from "../run/program.ts";
import { ofKind } from "../run/reports.ts";
import { startTranscript } from "../run/transcript.ts";

/** How long, in milliseconds, to wait before trying again whether the server still accepts. */
const RETRY = 25;
const ATTEMPTS = 25;
/** How long, in milliseconds, it may take until a server with idle clients is at rest. One with a clock never is. */
const QUIET = 1_000;

/** Mistakes that have nothing to do with another client. */
const OWN_MISTAKES: readonly MistakeName[] = [
  "floods-output",
  "floods-connection",
  "fills-memory",
  "never-stops-computing",
];

/** Sends `text` and waits until it has come back. Throws what `otherwise` gives when it does not. */
export async function echoes(
  server: Program,
  client: Peer,
  text: string,
  otherwise: () => Mistake | Promise<Mistake>,
): Promise<void> {
  const expected = client.received().length + Buffer.byteLength(text);
  void client.send(Buffer.from(text));
  await watch(server, () => client.received().length >= expected || client.closing());
  if (client.received().length !== expected || client.closing()) throw await otherwise();
}

/** Connects to a server that has served before. */
export async function connectAgain(bench: Bench, server: Program): Promise<Peer> {
  try {
    return await bench.connectTo(server);
  } catch (error) {
    if (!(error instanceof Mistake && error.name === "never-listens")) throw error;
    throw new Mistake("ends-after-first-client", server);
  }
}

/** Whether somebody accepts at the port of `server`. */
async function stillAccepts(server: Program): Promise<boolean> {
  const client = await connect(server.port, startTranscript());
  client?.destroy();
  return client !== undefined;
}

/** Connects, sends `text`, finishes, and waits until the server, which has served `others`, has echoed it and closed. */
export async function servesOneMore(bench: Bench, server: Program, text: string, others: readonly string[]) {
  const client = await connectAgain(bench, server);
  const bytes = Buffer.from(text);
  void client.send(bytes);
  client.end();
  await watch(server, () => client.closing());
  const echo = client.received().toString("utf8");
  if (echo === "" && others.length > 0) {
    // A server that stops listening may turn away those that are about to be accepted.
    const turnedAway = client.closing() && (await stillAccepts(server));
    throw new Mistake(turnedAway ? "turns-clients-away" : "ends-after-first-client", server);
  }
  if (others.some((other) => echo.includes(other))) throw new Mistake("mixes-up-clients", server);
  await echoesAndCloses(server, client, bytes);
}

/** What a server is told that has stopped serving others after what `detail` says. */
export async function blamed(error: unknown, detail: Sentence, server: Program): Promise<unknown> {
  if (!(error instanceof Mistake) || OWN_MISTAKES.includes(error.name)) return error;
  await watchEnd(server);
  const crash = uncaught(server);
  return new Mistake(crash ? "crashes-on-error" : "one-client-ends-all", server, {
    detail,
    ...(crash?.line !== undefined && { line: crash.line }),
  });
}

/**
 * Sends `signal` while `client` is being served, and waits until nobody can connect any more. Those that still can
 * leave at once.
 */
export async function stopsAcceptingAt(signal: NodeJS.Signals, server: Program, client: Peer): Promise<void> {
  const facts = { actual: signal };
  server.signal(signal);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (!(await stillAccepts(server))) return;
    // While a program ends, its sockets are closed one after the other.
    if (await watch(server, () => server.exit() ?? client.closing(), RETRY)) return;
  }
  throw new Mistake("accepts-after-signal", server, facts);
}

/** What a server is told that has cut off its client at `signal`. */
export async function cutOff(signal: NodeJS.Signals, server: Program): Promise<Mistake> {
  const end = await watchEnd(server);
  if (hadClosed(server)) return new Mistake("ends-before-client", server);
  const name = end?.signal === signal ? "dies-at-signal" : "cuts-off-clients";
  return new Mistake(name, server, { actual: signal });
}

/** Whether `server` had closed its first connection before it got a signal. */
function hadClosed(server: Program): boolean {
  const reports = server.reports();
  const signal = reports.findIndex(({ kind }) => kind === "signal");
  const before = signal < 0 ? reports : reports.slice(0, signal);
  const first = ofKind(reports, "accepted")[0]?.id;
  return before.some(
    (report) =>
      report.kind === "exits" ||
      (report.kind === "called" && report.id === first && CLOSES.test(report.method)),
  );
}

/** The words in `line`, and the numbers, which may be parts of words: of those that set colours, for example. */
function wordsIn(line = ""): Set<string> {
  return new Set([/[\p{L}\p{N}]+/gu, /\d+/g].flatMap((pattern) => line.match(pattern) ?? []));
}

/** Those in the line in which `server` has first named `client`. */
function wordsOf(server: Program, client: Peer): Set<string> {
  const line = server
    .stdout()
    .split(/\r?\n/)
    .find((text) => mentions(text, client.port));
  return wordsIn(line);
}

/**
 * Resets `client` and waits until `server` says that it has failed: in a line with its address and port, or with
 * another name that it was introduced with, and `other` was not.
 */
export async function saysWhoFailed(server: Program, client: Peer, other: Peer): Promise<void> {
  // What it prints of the client before that does not count, and may still be on its way.
  await server.transcript.until(() => server.exit() ?? server.isAtRest(), QUIET);
  const before = { stdout: server.stdout().length, stderr: server.stderr().length };
  client.reset();
  // What it printed before may still be on its way.
  const own = () => [...wordsOf(server, client)].filter((word) => !wordsOf(server, other).has(word));
  const since = () => server.stderr().slice(before.stderr) + server.stdout().slice(before.stdout);
  const lines = () =>
    since()
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "");
  const isKnown = () => wordsOf(server, other).size > 0;
  const names = (line: string) =>
    mentions(line, client.port) || (isKnown() && own().some((word) => wordsIn(line).has(word)));
  if (await watch(server, () => lines().some(names))) return;
  const detail: Sentence = "One client reset its connection in the middle of its message";
  const [line] = lines();
  if (line === undefined) throw new Mistake("hides-failing-client", server, { detail });
  const expected = `${client.address}:${client.port}`;
  throw new Mistake("names-wrong-client", server, { detail, expected, actual: line });
}
