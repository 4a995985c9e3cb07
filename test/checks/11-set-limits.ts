// Step 11: limits that make the programs fit to be left running: on time, on connections, on what a stranger may print.
import { check, checkNotEnded, watch, watchEnd, type Bench } from "../tutor/judge/check.ts";
import { sides } from "../tutor/course/course.ts";
import { echoesAndCloses, RECEIVING } from "../tutor/judge/echo.ts";
import { failsCleanly } from "../tutor/judge/failure.ts";
import { Mistake } from "../tutor/judge/mistake.ts";
import { connect, type Peer } from "../tutor/run/peer.ts";
import type { Program } from "../tutor/run/program.ts";
import type { Sentence } from "../tutor/tell/sentences.de.ts";
import { harmless } from "../tutor/tell/terminal.ts";

/** The shortest time that can be asked for, in seconds, and one with which a busy machine can keep up as well. */
const [TIMEOUT, LONG_TIMEOUT] = [1, 5];
/** What is too early, in milliseconds, for a time-out of so many seconds, by any clock. */
const tooEarly = (timeout: number) => 900 * timeout;
/** A client that sends so many times during a time-out is not silent. */
const OFTEN = 4;
/** How many times it sends: longer, all in all, than the time-out. */
const TIMES = 8;
/** How long, in milliseconds, a client waits in any case that may wait a minute. */
const A_MOMENT = 250;
/** How long to wait before trying again whether there is room for one more. */
const RETRY = 25;

/** What the options are, as `--help` has to tell. */
const OPTIONS = { server: ["--keep-open", "--idle-timeout", "--max-connections"], client: ["--timeout"] };
/** Options that make no sense. */
const NONSENSE = {
  server: ["--nonsense", "--idle-timeout=soon", "--idle-timeout=-1", "--max-connections=many"],
  client: ["--nonsense", "--timeout=soon", "--timeout=-1"],
};

const MEBIBYTE = 1024 * 1024;
/** How much a log may say about one connection, in bytes: a little of each piece that arrives is not too much. */
const SHORT = MEBIBYTE / 8;

const BEGINNING = "Look";
const ENDING = "that is all.";
/** What obedient terminals do: clear the screen, take a new title, ring, go back, change colour, begin a line. */
const COMMANDS = ["\x1b[2J", "\x1b]0;", "\x07", "\b", "\u009b5m", "\rover", "\nunder"];
/** What a program is told that prints nothing about it, or something else. */
const UNSEEN = {
  server: ["receives-nothing", "prints-other-text"],
  client: ["prints-no-reply", "prints-other-reply"],
} as const;
const HOSTILE = `${BEGINNING} ${COMMANDS.join(" ")} ${ENDING}`;

const nearTimeout = [/setTimeout\(/, /[tT]imeout/];
const nearLimit = /maxConnections|"connection"/;
const nearPrinting = /toString|decode|Received|echoed/;
const nearArguments = /argv|parseArgs/;

/** Starts the server with `options`, and --keep-open. */
function start(bench: Bench, ...options: string[]): Promise<Program> {
  return bench.startServer({ args: ["--keep-open", ...options] });
}

/** Sends one byte and waits until it comes back. Gives false when the connection is closed instead. */
async function isServed(server: Program, client: Peer): Promise<boolean> {
  if (client.closing()) return false;
  const before = client.received().length;
  void client.send(Buffer.from("."));
  await watch(server, () => client.received().length > before || client.closing());
  return client.received().length > before;
}

/**
 * The same for a server that closes after `timeout` seconds, whose client has done something at `last`. Throws when it
 * closes too early; gives false when it may close, because the machine is too busy for this client to be quick.
 */
async function isServedInTime(
  server: Program,
  client: Peer,
  { timeout, last }: { timeout: number; last: number },
): Promise<boolean> {
  if (await isServed(server, client)) return true;
  if (!client.closing()) throw new Mistake("no-echo", server, { near: RECEIVING });
  if (performance.now() - last >= tooEarly(timeout)) return false;
  throw new Mistake("times-out-in-use", server, { near: nearTimeout });
}

/** Sends often for longer than `timeout` seconds. Gives false when the machine was too busy for that. */
async function staysInUse(bench: Bench, timeout: number): Promise<boolean> {
  const server = await start(bench, "--idle-timeout", String(timeout));
  await bench.connectTo(server); // When the next one connects, the server has started.
  let last = performance.now();
  const client = await bench.connectTo(server);
  for (let time = 0; time < TIMES; time += 1) {
    await watch(server, () => client.closing(), (1_000 * timeout) / OFTEN);
    const now = performance.now();
    if (!(await isServedInTime(server, client, { timeout, last }))) return false;
    last = now;
  }
  return true;
}

/** Everything that `program` has printed, on both streams. */
function printedBy(program: Program): string {
  return program.stdout() + program.stderr();
}

/** Throws when `program` prints what it was sent as it is. `before` is what it had printed before that. */
async function checkHarmless(program: Program, before: number): Promise<void> {
  await watch(program, () => printedBy(program).slice(before).includes(ENDING));
  if (program.side === "client") await watchEnd(program); // What came may show again in an error.
  const printed = printedBy(program).slice(before);
  const line = printed.split("\n").find((text) => text.includes(BEGINNING));
  if (line === undefined) {
    const [nothing, other] = UNSEEN[program.side];
    throw new Mistake(printed.trim() === "" ? nothing : other, program, {
      expected: `${JSON.stringify(`${BEGINNING} …`)}, with control characters in it` satisfies Sentence,
      near: nearPrinting,
    });
  }
  const obeyed = COMMANDS.find((command) => printed.includes(command));
  if (obeyed === "\nunder") throw new Mistake("prints-foreign-lines", program, { near: nearPrinting });
  if (obeyed !== undefined)
    throw new Mistake("obeys-control-characters", program, {
      actual: harmless(obeyed),
      near: nearPrinting,
    });
}

/** The lines that `program` has printed, without the numbers in them. */
function patterns(program: Program): string[] {
  return printedBy(program)
    .split(/\r?\n/)
    .map((line) => line.replace(/\d+/g, "#").trim());
}

export const checks = [
  check("server", "--idle-timeout closes a silent connection", async (bench) => {
    const server = await start(bench, "--idle-timeout", String(TIMEOUT));
    // One that is silent from the beginning, and one that becomes it.
    const silent = await bench.connectTo(server);
    const began = performance.now();
    const client = await bench.connectTo(server);
    await isServedInTime(server, client, { timeout: TIMEOUT, last: began });
    for (const { closing } of [silent, client])
      if (!(await watch(server, closing)))
        throw new Mistake("never-times-out", server, { near: nearTimeout });
    if (performance.now() - began < tooEarly(TIMEOUT))
      throw new Mistake("times-out-in-use", server, { near: nearTimeout });
    // It goes on: what times out is the connection.
    if (!(await isServed(server, await bench.connectTo(server))))
      throw new Mistake("no-echo", server, { near: RECEIVING });
  }),

  check("server", "--idle-timeout spares a connection that is in use", async (bench) => {
    if (!(await staysInUse(bench, TIMEOUT))) await staysInUse(bench, LONG_TIMEOUT);
  }),

  check("server", "--max-connections turns away one client too many, and says so", async (bench) => {
    const server = await start(bench, "--max-connections", "2");
    const clients = [await bench.connectTo(server), await bench.connectTo(server)];
    // Twice: what the server prints about the first time is here when the second has been answered.
    for (const client of [...clients, ...clients])
      if (!(await isServed(server, client)))
        throw client.closing()
          ? new Mistake("turns-away-too-soon", server, { near: nearLimit })
          : new Mistake("no-echo", server, { near: RECEIVING });
    const usual = patterns(server);
    const third = await connect(server.port, server.transcript);
    if (third !== undefined) {
      void third.send(Buffer.from("."));
      await watch(server, () => third.closing() ?? third.received().length > 0);
      if (!third.closing()) throw new Mistake("turns-nobody-away", server, { near: nearLimit });
      const saysSo = () => patterns(server).some((line) => !usual.includes(line));
      if (!(await watch(server, saysSo)))
        throw new Mistake("turns-away-silently", server, { near: nearLimit });
    }

    // When one has left, there is room for another.
    clients[0]!.end();
    await echoesAndCloses(server, clients[0]!, Buffer.from(".."));
    const patience = performance.now() + 100 * RETRY;
    for (;;) {
      const next = await connect(server.port, server.transcript);
      if (next !== undefined && (await isServed(server, next))) return;
      next?.destroy();
      if (performance.now() > patience) throw new Mistake("stays-full", server, { near: nearLimit });
      await watch(server, () => server.exit(), RETRY);
    }
  }),

  check("server", "what a client sends cannot control the terminal", async (bench) => {
    const server = await start(bench);
    const client = await bench.connectTo(server);
    const before = printedBy(server).length;
    void client.send(Buffer.from(HOSTILE));
    client.end();
    await checkHarmless(server, before);
  }),

  check("server", "the log of a connection does not grow with what a client sends", async (bench) => {
    // Without --keep-open it ends when it has served one client: all that it prints is known then.
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    const before = printedBy(server).length;
    const bytes = Buffer.alloc(MEBIBYTE, "All work and no play makes Jack a dull boy. ");
    void client.send(bytes);
    client.end();
    await echoesAndCloses(server, client, bytes);
    await watchEnd(server);
    const printed = printedBy(server).length - before;
    if (printed > SHORT)
      throw new Mistake("logs-everything", server, { actual: String(printed), near: nearPrinting });
  }),

  check("client", "--timeout gives up on a server that does not answer", async (bench) => {
    const client = await bench.startClientWithServer({ args: ["--timeout", "1"] });
    await bench.acceptFrom(client);
    await failsCleanly(client, "The server did not answer, with the option --timeout 1");
  }),

  check(
    "client",
    "with options, the client still sends its message, and awaits the answer",
    async (bench) => {
      const message = "Is anybody there?";
      const client = await bench.startClientWithServer({ args: ["--timeout", "60", message] });
      const facts = { expected: JSON.stringify(message), near: nearArguments };
      const peer = await watch(client, () => client.peers[0]);
      if (peer === undefined) {
        checkNotEnded(client);
        throw new Mistake("misses-message", client, facts);
      }
      await watch(client, () => peer.closing() ?? peer.received().length >= message.length);
      if (!peer.received().equals(Buffer.from(message)))
        throw new Mistake("misses-message", client, {
          ...facts,
          actual: JSON.stringify(peer.received().toString("utf8")),
        });
      // A minute has many moments: one of them is no reason to give up.
      if (await watch(client, () => client.exit(), A_MOMENT))
        throw new Mistake("gives-up-too-soon", client, { near: nearTimeout });
      void peer.send(Buffer.from(message));
      peer.end();
      await watchEnd(client);
      const { code } = client.exit() ?? {};
      if (code !== 0 && code !== undefined)
        throw new Mistake("exits-with-failure", client, { actual: String(code), near: nearTimeout });
    },
  ),

  check("client", "what the server sends cannot control the terminal", async (bench) => {
    const client = await bench.startClientWithServer();
    const peer = await bench.acceptFrom(client);
    await watch(client, () => peer.closing());
    const before = printedBy(client).length;
    void peer.send(Buffer.from(HOSTILE));
    peer.end();
    await checkHarmless(client, before);
  }),

  ...sides.map((side) =>
    check(side, `the ${side} refuses options that make no sense`, async (bench) => {
      for (const option of NONSENSE[side]) {
        const args = [option];
        const program =
          side === "server" ? await bench.startServer({ args }) : await bench.startClientWithServer({ args });
        await failsCleanly(program, `The option ${option} makes no sense`);
      }
    }),
  ),

  ...sides.map((side) =>
    check(side, `with --help, the ${side} tells its options, and ends`, async (bench) => {
      const args = ["--help"];
      const program =
        side === "server" ? await bench.startServer({ args }) : await bench.startClientWithServer({ args });
      const end = await watchEnd(program);
      const facts = { expected: OPTIONS[side].join(", "), near: /help/ };
      if (end === undefined || !OPTIONS[side].every((option) => program.stdout().includes(option)))
        throw new Mistake("does-not-help", program, facts);
      if (end.code !== 0)
        throw new Mistake("exits-with-failure", program, { ...facts, actual: String(end.code) });
    }),
  ),
];
