// Runs a program as a process of its own, and writes down what it prints and how it ends.
import { spawn, type ChildProcess } from "node:child_process";
import { setImmediate as nextTurn } from "node:timers/promises";
import { StringDecoder } from "node:string_decoder";
import { otherSide, type Side } from "../course/course.ts";
import { killAtEnd, killTree } from "./group.ts";
import { MOST_MEMORY, watchMemory } from "./memory.ts";
import { startCollecting } from "./collected.ts";
import { readReports, type TimedReport } from "./reports.ts";
import { countBytesFrom, startTranscript, type Flood, type Transcript } from "./transcript.ts";
import { user } from "./user.ts";

/** No right program prints more than this many bytes, beside a few for each byte that it receives. */
const FLOOD = 1024 * 1024;
/** No probe reports more than this many bytes: a program that writes to its descriptor may. */
const REPORTS = 16 * 1024 * 1024;
/** What a byte may become when it is printed: a byte that is no character is shown as one of three bytes. */
const PER_BYTE = 4;

export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

/**
 * So many looks in a row have to find a program at rest until it is taken for that. Together they take longer than
 * systems hold back what is sent: Nagle's algorithm waits for a delayed acknowledgement, which comes after 40 ms on
 * Linux, and after 200 ms at most elsewhere.
 */
const LOOKS = process.platform === "linux" ? 10 : 15;

/** How long, in milliseconds, it may take to read what a program has printed before its end. */
const HELD = 300;
/** In how many turns in a row nothing has to be read until all is. */
const STILL = 5;

/** What process.exit(-1) ends with on Windows has 32 bits, all of them 1. Its shells show it as -1, too. */
const toSigned = (code: number) => code | 0;

/** On Windows, nobody can send a signal to a program: it is ended by force. Ctrl+C in its terminal works there, too. */
export const hasSignals = process.platform !== "win32";

/** A running (or finished) process that takes the part of one of the two programs. */
export interface Running {
  readonly side: Side;
  readonly transcript: Transcript;
  /** Everything on stdout, byte for byte. */
  output(): Buffer;
  stdout(): string;
  stderr(): string;
  /** What the probe has reported of the program so far: nothing while Node is still loading it. */
  reports(): readonly TimedReport[];
  /** How the program ended, or undefined while it runs. Everything that it printed is known by then. */
  exit(): Exit | undefined;
  /**
   * Whether nothing in the program could still make it act (no timer, no request under way, its event loop asleep), for
   * a while in which nothing else has happened: only the other side can change that.
   */
  isAtRest(): boolean;
  /** Sends the program a signal, as Ctrl+C does. */
  signal(name: NodeJS.Signals): void;
  /** Ends the program, if it still runs, and waits until it has ended. */
  kill(): Promise<void>;
}

export interface RunOptions {
  /** Variables of its environment, beside those of this process. */
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** What it can read on stdin; nothing by default. */
  readonly input?: Buffer | undefined;
  /** Where to write down what happens; a transcript of its own by default. */
  readonly transcript?: Transcript;
}

/** The system has not started a process: it is too busy, or at one of its limits. */
export class NotStarted extends Error {}

/** Starts `command` as a process of its own that can be observed. Throws NotStarted. */
export function launch(
  command: string,
  args: readonly string[],
  options: Pick<RunOptions, "env" | "cwd">,
): ChildProcess {
  const child = start(command, args, options);
  // Why it was not started is told by an event, or thrown.
  child.on("error", () => undefined);
  if (child.pid === undefined) throw new NotStarted();
  killAtEnd(child);
  // That a program ended without reading what it was sent shows in how it ended.
  for (const pipe of child.stdio) pipe?.on("error", () => undefined);
  return child;
}

function start(command: string, args: readonly string[], { env, cwd }: Pick<RunOptions, "env" | "cwd">) {
  try {
    return spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      ...user,
      windowsHide: true,
      detached: process.platform !== "win32", // A group of its own.
      stdio: ["pipe", "pipe", "pipe", "pipe"],
    });
  } catch (cause) {
    throw new NotStarted("", { cause }); // On Windows, "spawn UNKNOWN".
  }
}

/** Runs `command` as the program of `side`. What it writes to file descriptor 3 is what a probe reports. */
export function run(side: Side, command: string, args: readonly string[], options: RunOptions): Running {
  return observe(side, launch(command, args, options), options);
}

/** Takes `child`, which was launched and has not done anything yet, for the program of `side`. */
export function observe(
  side: Side,
  child: ChildProcess,
  { input, transcript = startTranscript() }: Omit<RunOptions, "env" | "cwd">,
): Running {
  const [stdin, stdout, stderr, probe] = child.stdio as unknown as [
    NodeJS.WritableStream,
    ...NodeJS.ReadableStream[],
  ];
  transcript.add({ kind: "start", from: side });

  stdin.end(input ?? "");

  const collected = startCollecting();
  let printed = 0;
  /** Stops a program that would harm who watches it, or the machine. */
  const stop = (of: Flood) => {
    if (transcript.flood(side) === undefined) transcript.add({ kind: "flood", from: side, of });
    killTree(child);
  };
  /** How often something was read. */
  let read = 0;
  for (const [stream, pipe] of [
    ["stdout", stdout!],
    ["stderr", stderr!],
  ] as const) {
    const decoder = new StringDecoder("utf8");
    pipe.on("data", (bytes: Buffer) => {
      read += 1;
      printed += bytes.length;
      if (printed > FLOOD && printed > FLOOD + PER_BYTE * countBytesFrom(transcript, otherSide(side)))
        return stop("output");
      if (stream === "stdout") collected.addOutput(bytes);
      const text = decoder.write(bytes);
      collected.text[stream] += text;
      transcript.add({ kind: "print", from: side, stream, text });
    });
  }
  watchMemory(child, () => stop("memory"));
  let unread = "";
  let reported = 0;
  const rest = { since: 0, looks: 0, last: 0 };
  probe!.setEncoding("utf8").on("data", (text: string) => {
    reported += text.length;
    if (reported > REPORTS) return stop("output");
    const read = readReports(unread + text);
    unread = read.rest;
    let isUnbroken = true;
    for (const report of read.reports) {
      if (report.kind === "alive" && report.memory > MOST_MEMORY) stop("memory");
      if (report.kind !== "rest") {
        collected.reports.push(report);
        transcript.add({ kind: "probe", from: side, report });
      } else {
        isUnbroken &&= report.look === rest.last + 1;
        rest.last = report.look;
      }
    }
    if (!read.reports.some(({ kind }) => kind === "rest")) return;
    // However many have come together, they count as one: they may all be from before what has happened last.
    rest.looks = isUnbroken && rest.since === transcript.happened() ? rest.looks + 1 : 0;
    rest.since = transcript.happened();
    transcript.wake();
  });

  // "close" comes after "exit", when all that was printed has been read; or never, when something that the program has
  // started still holds its output. It is ended with it.
  let exit: Exit | undefined;
  const closed = new Promise<void>((resolve) => {
    child.once("exit", (code, signal) => {
      const finish = () => {
        if (exit !== undefined) return;
        exit = { code: code && toSigned(code), signal };
        transcript.add({ kind: "exit", from: side, ...exit });
        resolve();
      };
      child.once("close", finish);
      const held = setTimeout(async () => {
        killTree(child);
        // This process may have been kept waiting itself: what was printed before the end is here, and is read first.
        for (let still = 0, before = read; still < STILL; still = read === before ? still + 1 : 0) {
          before = read;
          await nextTurn();
        }
        finish();
      }, HELD);
      child.once("close", () => clearTimeout(held));
    });
  });

  return {
    side,
    transcript,
    output: collected.output,
    stdout: () => collected.text.stdout,
    stderr: () => collected.text.stderr,
    reports: () => collected.reports,
    exit: () => exit,
    isAtRest: () => rest.looks >= LOOKS && rest.since === transcript.happened(),
    signal(name) {
      transcript.add({ kind: "signal", from: otherSide(side), name });
      child.kill(name);
    },
    async kill() {
      killTree(child);
      await closed;
    },
  };
}
