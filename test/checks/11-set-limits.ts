// Step 11: limits that make the programs fit to be left running: on time, on connections, on what a stranger may print.
import { sides, type Side } from "../tutor/course/course.ts";
import { check, longCheck, type Bench } from "../tutor/judge/check.ts";
import { watch, watchEnd } from "../tutor/judge/watch.ts";
import { echoesAndCloses, isServed } from "../tutor/judge/echo.ts";
import { errorLines } from "../tutor/judge/diagnose.ts";
import { failsCleanly } from "../tutor/judge/failure.ts";
import { checkHarmless, HOSTILE, printedOn } from "../tutor/judge/hostile.ts";
import {
  awaitsAnswerWithOptions,
  hasRoomAgain,
  isAdmitted,
  isServedInTime,
  LONG_TIMEOUT,
  patternsOf,
  staysInUse,
  TIMEOUT,
  tooEarly,
  turnsAwayTheNext,
} from "../tutor/judge/limits.ts";
import { Mistake } from "../tutor/judge/mistake.ts";
import { mentions } from "../tutor/judge/output.ts";
import type { Program } from "../tutor/run/program.ts";

/** What the options are, as `--help` has to tell. */
const OPTIONS = { server: ["--keep-open", "--idle-timeout", "--max-connections"], client: ["--timeout"] };
/** Options that make no sense. */
const NONSENSE = {
  server: ["--nonsense", "--idle-timeout=soon", "--idle-timeout=-1", "--max-connections=2.5abc"],
  // Who takes the last one for a time waits so long that it shows.
  client: ["--nonsense", "--timeout=-1", "--timeout=600abc"],
};

const MEBIBYTE = 1024 * 1024;
const PIECE = MEBIBYTE / 128;
/** How much a log may say about one connection, in bytes, however much a client sends. */
const SHORT = 2048;

/** Starts the server with `options`, and --keep-open. */
function start(bench: Bench, ...options: string[]): Promise<Program> {
  return bench.startServer({ args: ["--keep-open", ...options] });
}

/** Starts the program of `side` with `args`. */
function startWith(bench: Bench, side: Side, args: string[]): Promise<Program> {
  return side === "server" ? bench.startServer({ args }) : bench.startClientWithServer({ args });
}

export const checks = [
  longCheck("server", "--idle-timeout closes a silent connection", async (bench) => {
    const server = await start(bench, "--idle-timeout", String(TIMEOUT));
    // One that is silent from the beginning, and one that becomes it.
    const silent = await bench.connectTo(server);
    const began = performance.now();
    const client = await bench.connectTo(server);
    await isServedInTime(server, client, { timeout: TIMEOUT, last: began });
    for (const { closing } of [silent, client])
      if (!(await watch(server, closing))) throw new Mistake("never-times-out", server);
    if (performance.now() - began < tooEarly(TIMEOUT)) throw new Mistake("times-out-in-use", server);
    // It goes on: what times out is the connection.
    if (!(await isServed(server, await bench.connectTo(server)))) throw new Mistake("no-echo", server);
  }),

  longCheck("server", "--idle-timeout spares a connection that is in use", async (bench) => {
    if (!(await staysInUse(bench, TIMEOUT))) await staysInUse(bench, LONG_TIMEOUT);
  }),

  check("server", "--max-connections turns away one client too many, and says so", async (bench) => {
    const server = await start(bench, "--max-connections", "2");
    const clients = [await bench.connectTo(server), await bench.connectTo(server)];
    // Twice: what the server prints about the first time is here when the second has been answered.
    for (const client of [...clients, ...clients]) await isAdmitted(server, client);
    const usual = patternsOf(server);
    await turnsAwayTheNext(server, usual);
    // When one has left, there is room for another.
    clients[0]!.end();
    await echoesAndCloses(server, clients[0]!, Buffer.from(".."));
    await hasRoomAgain(server);
  }),

  longCheck("server", "a connection that was silent for too long takes no place", async (bench) => {
    const server = await start(bench, "--idle-timeout", String(TIMEOUT), "--max-connections", "1");
    const silent = await bench.connectTo(server);
    if (!(await watch(server, silent.closing))) throw new Mistake("never-times-out", server);
    // Its client keeps the other side open.
    await hasRoomAgain(server, "keeps-silent-connection", TIMEOUT);
  }),

  check("server", "what a client sends cannot control the terminal", async (bench) => {
    const server = await start(bench);
    const client = await bench.connectTo(server);
    const before = printedOn(server).length;
    void client.send(Buffer.from(HOSTILE));
    client.end();
    await checkHarmless(server, before);
  }),

  longCheck("client", "--timeout gives up on a server that does not answer", async (bench) => {
    const client = await bench.startClientWithServer({ args: ["--timeout", "1"] });
    await bench.acceptFrom(client);
    await failsCleanly(client, "The server did not answer, with the option --timeout 1");
  }),

  check(
    "client",
    "with options, the client still sends its message, and awaits the answer",
    awaitsAnswerWithOptions,
  ),

  check("client", "what the server sends cannot control the terminal", async (bench) => {
    const client = await bench.startClientWithServer();
    const peer = await bench.acceptFrom(client);
    await watch(client, () => peer.closing());
    const before = printedOn(client).length;
    void peer.send(Buffer.from(HOSTILE));
    peer.end();
    await checkHarmless(client, before);
  }),

  ...sides.map((side) =>
    check(side, `the ${side} refuses options that make no sense`, async (bench) => {
      for (const option of NONSENSE[side]) {
        const program = await startWith(bench, side, [option]);
        if (!(await watchEnd(program)) && errorLines(program).length === 0)
          throw new Mistake("accepts-nonsense", program, { actual: option });
        await failsCleanly(program, `The option ${option} makes no sense`);
      }
    }),
  ),

  ...sides.map((side) =>
    check(side, `with --help, the ${side} tells its options, and ends`, async (bench) => {
      const program = await startWith(bench, side, ["--help"]);
      const end = await watchEnd(program);
      const facts = { expected: OPTIONS[side].join(", ") };
      if (end === undefined || !OPTIONS[side].every((option) => program.stdout().includes(option)))
        throw new Mistake("does-not-help", program, facts);
      if (end.code !== 0)
        throw new Mistake("exits-with-failure", program, { ...facts, actual: String(end.code) });
    }),
  ),

  check("server", "the log of a connection does not grow with what a client sends", async (bench) => {
    // Without --keep-open it ends when it has served one client: all that it prints is known then.
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    const before = printedOn(server).length;
    // Some letters have two bytes: there are not as many characters.
    const bytes = Buffer.alloc(MEBIBYTE, "Täglich grüßt das Murmeltier, und keiner weiß, warum. ");
    // In many pieces, since a little of each would be much of them all.
    for (let at = 0; at < bytes.length && !client.closing(); at += PIECE) {
      void client.send(bytes.subarray(at, at + PIECE));
      await watch(server, () => client.received().length >= at + PIECE || client.closing());
    }
    client.end();
    await echoesAndCloses(server, client, bytes);
    await watchEnd(server);
    const printed = printedOn(server).slice(before);
    const size = Buffer.byteLength(printed);
    if (size > SHORT) throw new Mistake("logs-everything", server, { actual: String(size) });
    // However the number is written: 1048576, 1,048,576 or 1 048 576.
    if (!mentions(printed.replace(/(?<=\d)[^\d\n](?=\d{3})/g, ""), bytes.length))
      throw new Mistake("counts-no-bytes", server, { expected: String(bytes.length) });
  }),
];
