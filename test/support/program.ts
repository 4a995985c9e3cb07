// Runs one of the learner's programs as a real process, and writes down what it prints and how it ends.
import { spawn, type ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import { root, type Programs, type Side } from "./course.ts";
import { printedBy, startTranscript, type Transcript } from "./transcript.ts";

/** No right program prints more than this many bytes while a check runs. */
const FLOOD = 1024 * 1024;

const tsx = import.meta.resolve("tsx");
const probe = new URL("probe.ts", import.meta.url).href;

export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A running (or finished) program of the learner's. */
export interface Program {
  readonly side: Side;
  readonly file: string;
  /** The port that the program was told. */
  readonly port: number;
  readonly transcript: Transcript;
  stdout(): string;
  stderr(): string;
  /** What the probe has reported of the program's sockets, see probe.ts. */
  probed(): string;
  /** How the program ended, or undefined while it runs. Everything that it printed is known by then. */
  exit(): Exit | undefined;
  /** Ends the program, if it still runs, and waits until it has ended. */
  kill(): Promise<void>;
}

export interface ProgramOptions {
  readonly port: number | string;
  /** Default 127.0.0.1: checks never open a port to the network. */
  readonly host?: string;
  readonly args?: readonly string[];
}

const running = new Set<ChildProcess>();

/** Kills every program that still runs, now. */
export function killAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

// Whatever ends the checks, Ctrl+C included, ends the programs that they have started.
process.once("exit", killAll);
for (const [signal, number] of [["SIGINT", 2], ["SIGTERM", 15], ["SIGHUP", 1]] as const) {
  process.once(signal, () => process.exit(128 + number));
}

/** The arguments with which Node runs the TypeScript of `file`, after it has loaded the modules `preload`. */
export function nodeArguments(file: string, args: readonly string[] = [], preload: readonly string[] = []): string[] {
  return [...[tsx, ...preload].flatMap((module) => ["--import", module]), file, ...args];
}

/** Starts the program of `side` with PORT and HOST in its environment. */
export function startProgram(programs: Programs, side: Side, options: ProgramOptions): Program {
  const transcript = startTranscript();
  const file = programs[side];
  const child = spawn(process.execPath, nodeArguments(file, options.args, [probe]), {
    cwd: root,
    env: { ...process.env, PORT: String(options.port), HOST: options.host ?? "127.0.0.1", NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  running.add(child);
  transcript.add({ kind: "start", from: side });

  let exit: Exit | undefined;
  let printed = 0;
  const read = (pipe: unknown, heard: (text: string) => void) => (pipe as Readable).setEncoding("utf8").on("data", heard);
  for (const stream of ["stdout", "stderr"] as const) {
    read(child[stream], (text) => {
      printed += text.length;
      if (printed <= FLOOD) transcript.add({ kind: "print", from: side, stream, text });
      else if (child.kill("SIGKILL")) transcript.add({ kind: "flood", from: side });
    });
  }
  read(child.stdio[3], (text) => transcript.add({ kind: "probe", from: side, text }));

  // "close" comes after "exit", when all that was printed has been read.
  const closed = new Promise<void>((resolve) => {
    child.once("close", (code, signal) => {
      running.delete(child);
      exit = { code, signal };
      transcript.add({ kind: "exit", from: side, code, signal });
      resolve();
    });
  });

  return {
    side,
    file,
    port: Number(options.port),
    transcript,
    stdout: () => printedBy(transcript, side, "stdout"),
    stderr: () => printedBy(transcript, side, "stderr"),
    probed: () => transcript.events.map((event) => (event.kind === "probe" ? event.text : "")).join(""),
    exit: () => exit,
    async kill() {
      child.kill("SIGKILL");
      await closed;
    },
  };
}
