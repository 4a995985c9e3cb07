// Limits on time and on connections: how a server keeps them, and which mistake it is when it does not.
import { checkNotEnded, type Bench } from "./check.ts";
import { watch, watchEnd } from "./watch.ts";
import { isServed } from "./echo.ts";
import { printedOn } from "./hostile.ts";
import { Mistake } from "./mistake.ts";
import { hasTimedOut } from "./output.ts";
import type { MistakeName } from "./mistakes.ts";
import { connect, type Peer } from "../run/peer.ts";
import type { Program } from "../run/program.ts";

/** The shortest time that can be asked for, in seconds, and one with which a busy machine can keep up as well. */
export const [TIMEOUT, LONG_TIMEOUT] = [1, 5];
/** What is too early, in milliseconds, for a time-out of so many seconds, by any clock. */
export const tooEarly = (timeout: number) => 900 * timeout;
/** A client that sends so many times during a time-out is not silent. */
const OFTEN = 4;
/** How many times it sends: longer, all in all, than the time-out. */
const TIMES = 5;
/** How long to wait before trying again whether there is room for one more. */
const RETRY = 25;
/** How often a client may be too slow for that, since the machine is busy. */
const SLOW_TIMES = 8;

/** How long, in milliseconds, a client waits in any case that may wait a minute. */
const A_MOMENT = 250;
/**
 * The same for a server that closes after `timeout` seconds, whose client has done something at `last`. Throws when it
 * closes too early; gives false when it may close, because the machine is too busy for this client to be quick.
 */
export async function isServedInTime(
  server: Program,
  client: Peer,
  { timeout, last }: { timeout: number; last: number },
): Promise<boolean> {
  if (await isServed(server, client)) return true;
  if (!client.closing()) throw new Mistake("no-echo", server);
  if (performance.now() - last >= tooEarly(timeout)) return false;
  throw new Mistake("times-out-in-use", server);
}

/** Sends often for longer than `timeout` seconds. Gives false when the machine was too busy for that. */
export async function staysInUse(bench: Bench, timeout: number): Promise<boolean> {
  const server = await bench.startServer({ args: ["--keep-open", "--idle-timeout", String(timeout)] });
  await bench.connectTo(server); // When the next one connects, the server has started.
  let last = performance.now();
  const client = await bench.connectTo(server);
  for (let time = 0; time < TIMES; time += 1) {
    await server.transcript.until(() => client.closing() ?? server.exit(), (1_000 * timeout) / OFTEN);
    const now = performance.now();
    if (!(await isServedInTime(server, client, { timeout, last }))) return false;
    last = now;
  }
  return true;
}

/** Throws when `client`, which is not one too many, is not served. */
export async function isAdmitted(server: Program, client: Peer): Promise<void> {
  if (await isServed(server, client)) return;
  if (client.closing()) throw new Mistake("turns-away-too-soon", server);
  throw new Mistake("no-echo", server);
}

/** The lines that `program` has printed, without the numbers in them. */
export function patternsOf(program: Program): string[] {
  return printedOn(program)
    .split(/\r?\n/)
    .map((line) => line.replace(/\d+/g, "#").trim());
}

/** Connects one client too many. It has to be turned away, with a line that is not one of the `usual` ones. */
export async function turnsAwayTheNext(server: Program, usual: readonly string[]): Promise<void> {
  const client = await connect(server.port, server.transcript);
  if (client === undefined) return;
  void client.send(Buffer.from("."));
  await watch(server, () => client.closing() ?? client.received().length > 0);
  if (!client.closing()) throw new Mistake("turns-nobody-away", server);
  const saysSo = () => patternsOf(server).some((line) => !usual.includes(line));
  if (!(await watch(server, saysSo))) throw new Mistake("turns-away-silently", server);
}

/**
 * Connects until a client is served: the server learns of the end of another a moment later. Throws `otherwise`. Where
 * the server closes after `timeout` seconds, a client that was too slow for that says nothing.
 */
export async function hasRoomAgain(
  server: Program,
  otherwise: MistakeName = "stays-full",
  timeout = Infinity,
): Promise<void> {
  let patience = performance.now() + 100 * RETRY;
  let slow = 0;
  for (;;) {
    const began = performance.now();
    const next = await connect(server.port, server.transcript);
    if (next !== undefined && (await isServed(server, next))) return;
    next?.destroy();
    const isSlow = performance.now() - began > tooEarly(timeout);
    if (isSlow && slow < SLOW_TIMES) {
      slow += 1;
      patience = performance.now() + 100 * RETRY;
    } else if (performance.now() > patience) throw new Mistake(otherwise, server);
    await watch(server, () => server.exit(), RETRY);
  }
}

/** Starts the client with time to wait: it sends its message, waits for more than a moment, and takes the answer. */
export async function awaitsAnswerWithOptions(bench: Bench): Promise<void> {
  const message = "Is anybody there?";
  const client = await bench.startClientWithServer({ args: ["--timeout", "60", message] });
  const facts = { expected: JSON.stringify(message) };
  const peer = await watch(client, () => client.peers[0]);
  if (peer === undefined) checkNotEnded(client);
  await watch(client, () => peer?.closing() ?? (peer?.received().length ?? 0) >= message.length);
  const received = peer?.received() ?? Buffer.alloc(0);
  if (peer === undefined || !received.equals(Buffer.from(message))) {
    if (received.length === 0) await watchEnd(client);
    if (received.length === 0 && hasTimedOut(client)) throw new Mistake("gives-up-too-soon", client);
    const actual = peer && { actual: JSON.stringify(received.toString("utf8")) };
    throw new Mistake("misses-message", client, { ...facts, ...actual });
  }
  // A minute has many moments: one of them is no reason to give up.
  if (await watch(client, () => client.exit(), A_MOMENT)) throw new Mistake("gives-up-too-soon", client);
  void peer.send(Buffer.from(message));
  peer.end();
  await watchEnd(client);
  const { code } = client.exit() ?? {};
  if (code !== 0 && code !== undefined)
    throw new Mistake("exits-with-failure", client, { actual: String(code) });
}
