// The finished server, run for long or with few resources: what it prints is looked through, and not kept.
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { solution } from "../../tutor/course/course.ts";
import { isDeserted, PATIENCE } from "./finished.ts";
import { vitalSigns } from "../../tutor/judge/output.ts";
import { freePort } from "../../tutor/run/peer.ts";
import { readReports, type TimedReport } from "../../tutor/run/reports.ts";
import { hasSignals, launch } from "../../tutor/run/process.ts";
import { ENVIRONMENT, nodeArguments, probe } from "../../tutor/run/program.ts";
import { harmless } from "../../tutor/judge/quote.ts";
import { startTranscript } from "../../tutor/run/transcript.ts";
import { descriptors, processorTime } from "./usage.ts";
import { CONTROL } from "./visitors.ts";

/** What a process takes from the system when nothing happens. */
export interface Rest {
  /** In bytes, resident. */
  readonly memory: number;
  /** Files, sockets included. Undefined where the system does not tell (without /proc). */
  readonly descriptors: number | undefined;
}

/** A finished server that runs for long. */
export interface LongRunning {
  readonly port: number;
  /** How much it has printed so far. */
  readonly printed: { lines: number; bytes: number };
  /** All lines on stderr without their numbers, and how often each was printed. */
  readonly complaints: ReadonlyMap<string, number>;
  /** The most memory that it took at any time so far, in bytes. */
  mostMemory(): number;
  /** How many descriptors it has open now; undefined where the system does not tell. */
  descriptors(): number | undefined;
  /** The processor time that it has taken so far, in seconds; undefined where the system does not tell. */
  processorTime(): number | undefined;
  /** Waits until it has told `count` more times, five times a second, that it is alive. Gives whether it has. */
  livesOn(count: number): Promise<boolean>;
  /** Waits until all clients are gone. Throws when some connection remains. */
  rest(): Promise<Rest>;
  /** Stops it as Ctrl+C does. Gives what was wrong with it from beginning to end. */
  stop(): Promise<string[]>;
  kill(): void;
}

/** For Node: young objects have 1 MiB. So garbage is collected soon, and memory tells what is really kept. */
const COLLECTS_OFTEN = "--max-semi-space-size=1";

/**
 * Starts the finished server with --keep-open and `options`, and waits until it listens. It can have at most
 * `openFiles` descriptors, where that is given (not on Windows, which knows no such limit).
 */
export async function startLongRunning(
  options: readonly string[] = [],
  openFiles?: number,
): Promise<LongRunning> {
  const port = await freePort();
  const args = [COLLECTS_OFTEN, ...nodeArguments(solution.server, ["--keep-open", ...options], [probe])];
  const env = { ...ENVIRONMENT, PORT: String(port), ECHO_PROBE: solution.server };
  const child =
    openFiles === undefined
      ? launch(process.execPath, args, { env })
      : launch("sh", ["-c", `ulimit -n ${openFiles}; exec "$0" "$@"`, process.execPath, ...args], { env });

  const transcript = startTranscript();
  const printed = { lines: 0, bytes: 0 };
  const complaints = new Map<string, number>();
  const wrong = new Set<string>();
  let listens = false;
  for (const stream of ["stdout", "stderr"] as const) {
    const decoder = new StringDecoder("utf8");
    let rest = "";
    child[stream]!.on("data", (bytes: Buffer) => {
      printed.bytes += bytes.length;
      const lines = (rest + decoder.write(bytes)).split("\n");
      rest = lines.pop()!;
      printed.lines += lines.length;
      for (const line of lines) {
        if (CONTROL.test(line)) wrong.add(`it printed ${harmless(line)} as it is`);
        if (stream === "stdout") listens ||= line.includes(String(port));
        else {
          const pattern = line.replace(/\d+/g, "#");
          complaints.set(pattern, 1 + (complaints.get(pattern) ?? 0));
        }
      }
    });
  }
  const reports: TimedReport[] = [];
  let unread = "";
  (child.stdio[3] as Readable).setEncoding("utf8").on("data", (text: string) => {
    const read = readReports(unread + text);
    unread = read.rest;
    reports.push(...read.reports.filter(({ kind }) => kind === "alive"));
    transcript.wake();
  });
  let ended: string | undefined;
  child.once("close", (code, signal) => {
    ended = String(code ?? signal);
    transcript.add({ kind: "exit", from: "server", code, signal });
  });
  const signs = () => vitalSigns({ reports: () => reports });

  await transcript.until(() => listens || ended, PATIENCE);
  if (!listens) throw new Error(`The server does not listen: ${[...complaints.keys()].join("\n")}`);
  return {
    port,
    printed,
    complaints,
    mostMemory: () => Math.max(...signs().map(({ memory }) => memory)),
    descriptors: () => descriptors(child.pid!),
    processorTime: () => processorTime(child.pid!),
    async livesOn(count) {
      const before = signs().length;
      return (await transcript.until(() => signs().length >= before + count, PATIENCE)) ?? false;
    },
    async rest() {
      if (!(await isDeserted({ reports: () => reports, transcript })))
        throw new Error("some connections are never closed");
      return { memory: signs().at(-1)!.memory, descriptors: descriptors(child.pid!) };
    },
    async stop() {
      if (ended !== undefined) wrong.add(`it ended by itself (${ended})`);
      child.kill("SIGTERM");
      await transcript.until(() => ended, PATIENCE);
      if (ended !== "0" && hasSignals) wrong.add(`it ended with ${ended}, and not with 0`);
      return [...wrong];
    },
    kill: () => void child.kill("SIGKILL"),
  };
}
