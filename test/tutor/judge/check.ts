// What checks are written with: a named check, and the bench on which it tries out the learner's programs.
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import type { Programs, Side } from "../course/course.ts";
import { Mistake } from "./mistake.ts";
import { ANSWERING, SETTLING, slowness, watch } from "./watch.ts";
import { causeSeen } from "./cause.ts";
import { diagnose, floodOf, uncaught } from "./diagnose.ts";
import {
  asksForNetwork,
  hasProcesses,
  lacksDollar,
  listensAt,
  printsPlaceholders,
  textForPort,
} from "./output.ts";
import { connect, freePort, listen, LOOPBACK, type Listener, type Peer } from "../run/peer.ts";
import { startTranscript, type Event } from "../run/transcript.ts";
import { NotStarted } from "../run/process.ts";
import { prepare, startProgram, type Program, type ProgramOptions } from "../run/program.ts";
import { remarksOn, type Remark } from "./remarks.ts";
import type { Sentence } from "./sentences.ts";

/** How long an exception may take, in milliseconds, to end a program that has closed a connection. */
const DYING = 500;
/** How long to wait before a refused connection is tried again. */
const RETRY = 25;

/** One requirement of one step. It throws a `Mistake` when the programs do not meet it. */
export interface Check {
  /** Which program has to meet it. */
  readonly side: Side;
  /** What is required, as a sentence. */
  readonly name: Sentence;
  readonly run: (bench: Bench) => Promise<void>;
  /** Whether earlier steps ask for it. */
  readonly isEarlier?: boolean;
  /** Whether it takes longer than others, with time to let pass, or one program after the other: it begins first. */
  readonly isLong?: boolean;
  /** Whether it runs both programs, so that either may be to blame. */
  readonly needsBoth?: boolean;
}

/** A check of the program of `side`, called `name`. */
export function check(side: Side, name: Sentence, run: Check["run"]): Check {
  return { side, name, run };
}

/** A check that takes longer than others. */
export function longCheck(side: Side, name: Sentence, run: Check["run"]): Check {
  return { ...check(side, name, run), isLong: true };
}

/** A client for which the check has a server. */
export interface Client extends Program {
  /** Its connections with that server. */
  readonly peers: readonly Peer[];
  /** Those at another address than it was told: 127.0.0.1, where HOST says something else. */
  readonly strays: readonly Peer[];
}

/** Where one check runs programs and talks to them. All of it is gone when the check is over. */
export interface Bench {
  /** The number of the step whose folder is checked: the check of an earlier step may run on a later one. */
  readonly step: number;
  /** Starts the server; without a port, on a free one. */
  startServer(options?: Partial<ProgramOptions>): Promise<Program>;
  /** Starts the client. */
  startClient(options: ProgramOptions): Program;
  /** Starts a server of the check's own and then the client, which is told to connect to it. */
  startClientWithServer(options?: Partial<ProgramOptions>): Promise<Client>;
  /** Waits until the server under test listens, and all is read that it printed before that. */
  untilListening(server: Program): Promise<void>;
  /**
   * Connects to the server under test, as soon as it listens. Throws when it never does.
   * What the server had printed on stdout before is `printedBefore`.
   */
  connectTo(server: Program): Promise<Peer & { readonly printedBefore: string }>;
  /** Waits for the client under test to connect. Throws when it never does. */
  acceptFrom(client: Client): Promise<Peer>;
  /** Occupies a free port, as another program would. */
  occupyPort(): Promise<number>;
}

/** Throws when `server` listens somewhere else than it was told. */
export function checkPlace(server: Program): void {
  for (const place of listensAt(server)) {
    if (typeof place === "string") throw textForPort(server, place);
    const { address, port } = place;
    if (port !== server.port) {
      throw new Mistake("hard-coded-port", server, {
        actual: String(port),
        expected: String(server.port),
      });
    }
    if (address !== server.host)
      throw new Mistake("wrong-address", server, { actual: address, expected: server.host });
  }
}

/** Throws when `program`, which was not on the network, has ended as if all were well, although it had asked for it. */
export function checkNotEnded(program: Program): void {
  if (program.exit()?.code !== 0 || listensAt(program).length > 0) return;
  if (asksForNetwork(program.reports())) throw new Mistake("ends-at-once", program);
}

/** Mistakes of programs that do not print what they should: it may be missing where its name stands. */
const UNSAID =
  /^(prints|names|tells|accepts-nobody|receives-nothing|counts|error-without|loses-reply|garbles|splits)/;

/** What is behind `mistake`, which one of the programs that were `started` has made. */
async function causeOf(mistake: Mistake, started: readonly Program[]): Promise<Mistake> {
  const program = started.find(
    ({ transcript, side }) => transcript === mistake.program?.transcript && side === mistake.program.side,
  );
  if (program === undefined) return mistake;
  for (let turn = 0; turn < SETTLING; turn += 1) await nextTurn();
  const flood = floodOf(program);
  if (flood !== undefined) return flood;
  const unsaid = UNSAID.test(mistake.name)
    ? (printsPlaceholders(program) ?? lacksDollar(program))
    : undefined;
  const cause = unsaid ?? causeSeen(await behindClosing(mistake, program), program);
  cause.look();
  return cause;
}

/** A program that closes a connection too early may just be dying of an exception, which is seen a moment later. */
async function behindClosing(mistake: Mistake, program: Program): Promise<Mistake> {
  if (mistake.name.includes("error")) return mistake;
  const closes = ({ kind, from }: Event) => from === program.side && (kind === "end" || kind === "reset");
  if (!mistake.evidence.some(closes)) return mistake;
  await program.transcript.until(
    () => program.exit() ?? program.isAtRest(),
    DYING * (await slowness(program)),
  );
  try {
    if (uncaught(program)) diagnose(program);
    return mistake;
  } catch (cause) {
    return cause as Mistake;
  }
}

/** The mistake that an error tells which a check has thrown. */
async function mistakeIn(error: unknown, started: readonly Program[]): Promise<Mistake> {
  if (error instanceof Mistake) {
    const cause = await causeOf(error, started);
    if (error.asked !== undefined) cause.asked = error.asked;
    return cause;
  }
  // Not the learner's fault. Said as such, and never as a stack trace.
  if (error instanceof NotStarted) return new Mistake("not-started", undefined);
  return new Mistake("check-broken", undefined, { detail: String(error) });
}

/** How often a check is tried again when the system is too busy to start a program, and after how many milliseconds. */
const [TRIES, CALM] = [4, 500];

/** What comes of a check: the mistake that it finds, or what there is to say although it finds none. */
export interface Outcome {
  readonly mistake: Mistake | undefined;
  readonly remarks: readonly Remark[];
}

/** Runs `check` on `programs`. */
export async function runCheck(check: Check, programs: Programs, step: number): Promise<Outcome> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await runOnce(check, programs, step);
    if (outcome.mistake?.name !== "not-started" || tries === TRIES) return outcome;
    await sleep(CALM * tries);
  }
}

async function runOnce(check: Check, programs: Programs, step: number): Promise<Outcome> {
  const started: Program[] = [];
  const peers: Peer[] = [];
  const listeners: Listener[] = [];

  const start = (side: Side, options: ProgramOptions) => {
    const program = startProgram(programs, side, options);
    started.push(program);
    return program;
  };

  const bench: Bench = {
    step,
    startServer: async (options) => start("server", { port: await freePort(), ...options }),
    startClient: (options) => start("client", options),
    async startClientWithServer(options) {
      const { host = LOOPBACK } = options ?? {};
      const listener = await listen(host === LOOPBACK ? 0 : await freePort(), () => client.transcript, host);
      listeners.push(listener);
      const stray = host === LOOPBACK ? undefined : await listen(listener.port, () => client.transcript);
      if (stray !== undefined) listeners.push(stray);
      const client = start("client", { port: listener.port, ...options });
      return { ...client, peers: listener.peers, strays: stray?.peers ?? [] };
    },
    async untilListening(server) {
      const listens = () => server.reports().find(({ kind }) => kind === "listening");
      // Where other processes listen for it, only a connection can tell.
      await watch(server, () => listens() ?? hasProcesses(server));
      const printed = listens()?.printed ?? 0;
      await watch(server, () => server.output().length >= printed);
    },
    async connectTo(server) {
      const patience = performance.now() + ANSWERING * (await slowness(server));
      await bench.untilListening(server);
      for (;;) {
        const printedBefore = server.stdout();
        const peer = await connect(server.port, server.transcript, server.host);
        if (peer !== undefined) {
          peers.push(peer);
          return { ...peer, printedBefore };
        }
        checkPlace(server);
        if (server.exit() || server.isAtRest() || performance.now() > patience) {
          await watch(server, () => false, 0);
          checkNotEnded(server);
          throw new Mistake("never-listens", server);
        }
        await server.transcript.until(server.exit, RETRY);
      }
    },
    async acceptFrom(client) {
      const peer = await watch(client, () => client.peers[0] ?? client.strays[0]);
      if (peer !== undefined && peer === client.strays[0])
        throw new Mistake("connects-elsewhere", client, {
          actual: LOOPBACK,
          expected: client.host,
        });
      if (peer !== undefined) return peer;
      checkNotEnded(client);
      throw new Mistake("never-connects", client);
    },
    async occupyPort() {
      const listener = await listen(0, startTranscript);
      listeners.push(listener);
      return listener.port;
    },
  };

  try {
    await prepare(Object.values(programs));
    await check.run(bench);
    const mistake = started.map(printsPlaceholders).find((found) => found !== undefined);
    return { mistake, remarks: mistake === undefined ? started.flatMap(remarksOn) : [] };
  } catch (error) {
    return { mistake: await mistakeIn(error, started), remarks: [] };
  } finally {
    for (const listener of listeners) listener.close();
    for (const peer of peers) peer.destroy();
    await Promise.all(started.map((program) => program.kill()));
    for (const listener of listeners) for (const peer of listener.peers) peer.destroy();
  }
}
