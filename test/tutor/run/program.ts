// Runs one of the learner's programs.
import type { ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Writable } from "node:stream";
import { root, solution, type Programs, type Side } from "../course/course.ts";
import { LOOPBACK } from "./peer.ts";
import { writePlain } from "./plain.ts";
import { remainsOf, removeFolder, temporaryFolder } from "./temporary.ts";
import { startTranscript, type Transcript } from "./transcript.ts";
import { launch, observe, run, type Running } from "./process.ts";
import { handOver } from "./user.ts";

const tsx = import.meta.resolve("tsx");
export const probe = new URL("probe.js", import.meta.url).href;

export interface Program extends Running {
  readonly file: string;
  /** The port and the address that the program was told. */
  readonly port: number;
  readonly host: string;
}

export interface ProgramOptions {
  readonly port: number | string;
  /** 127.0.0.1 by default. */
  readonly host?: string;
  readonly args?: readonly string[];
  /** Where to write down what happens; a transcript of its own by default. */
  readonly transcript?: Transcript;
}

/** The arguments with which Node runs `file`, after it has loaded the modules `preload`. */
export function nodeArguments(
  file: string,
  args: readonly string[] = [],
  preload: readonly string[] = [],
): string[] {
  const isTypeScript = file.endsWith(".ts");
  const modules = [...(isTypeScript ? [tsx] : []), ...preload].flatMap((module) => ["--import", module]);
  // Whatever runs, the lines that Node tells are those of the TypeScript. tsx sees to that itself.
  return [...(isTypeScript ? [] : ["--enable-source-maps"]), ...modules, file, ...args];
}

// Each program runs in a folder of its own: server.listen(HOST, PORT), in the wrong order, leaves a file behind.
const WORKPLACES = "echo-work-";
const workplaces = temporaryFolder(WORKPLACES);
handOver(workplaces);
process.once("exit", () => {
  for (const folder of [workplaces, ...remainsOf(WORKPLACES).map((name) => path.join(tmpdir(), name))])
    removeFolder(folder);
});

/** What every program has in its environment, beside PORT. No port is opened to the network. */
export const ENVIRONMENT = {
  HOST: LOOPBACK,
  TSX_TSCONFIG_PATH: path.join(root, "tsconfig.json"),
  NODE_OPTIONS: "", // A debugger or loader that this process was started with is not meant for the program.
  NODE_EXTRA_CA_CERTS: "", // Node would read them at each start, and nothing here is encrypted.
};

/** The plain copies of programs as they are now, by their files. Where only tsx can run a program, there is none. */
const plain = new Map<string, string>();

/** Makes plain copies of `files`, as they are now: programs that start after that start in a third of the time. */
export async function prepare(files: readonly string[]): Promise<void> {
  const written = files.map(async (file) => {
    if (await writePlain(file, copyOf(file))) plain.set(file, copyOf(file));
    else plain.delete(file);
  });
  await Promise.all(written);
}

const copies = new Map<string, string>();

/** Where the plain copy of `file` is, or will be: always the same. */
function copyOf(file: string): string {
  const copy =
    copies.get(file) ?? path.join(workplaces, `plain-${copies.size}`, path.basename(file, ".ts") + ".mjs");
  copies.set(file, copy);
  return copy;
}

/** Programs that wait at the gate, by their files. */
const waiting = new Map<string, ChildProcess[]>();

/** How often each file has been started since it was last made ready. */
const started = new Map<string, number>();

/** Those of `file` that still wait: nothing has ended them. */
function waitingFor(file: string): ChildProcess[] {
  return (waiting.get(file) ?? []).filter(
    ({ exitCode, signalCode, killed }) => exitCode === null && signalCode === null && !killed,
  );
}

/**
 * Starts `files` ahead of time, as often as they were started the last time, but no more than `most`: Node and the probe
 * are loaded, and the plain copy is read when its turn comes. A program that starts in this way is no different, only faster.
 * All others that wait are ended.
 */
export function keepReady(files: readonly string[], most: number): void {
  for (const [file, children] of waiting) {
    if (files.includes(file)) continue;
    for (const child of children) child.kill("SIGKILL");
    waiting.delete(file);
  }
  for (const file of files) {
    const ready = waitingFor(file);
    const args = nodeArguments(copyOf(file), [], [probe]);
    const env = { ...ENVIRONMENT, ECHO_PROBE: file, ECHO_EARLY: "1" };
    const count = Math.min(most, started.get(file) ?? 1);
    started.delete(file);
    try {
      while (ready.length < count) ready.push(launch(process.execPath, args, { env, cwd: workplaces }));
    } catch {
      // The system is too busy: when the program is wanted is early enough.
    }
    waiting.set(file, ready);
  }
}

/** One that waits, if there is one. */
function takeReady(file: string): ChildProcess | undefined {
  const [first, ...others] = waitingFor(file);
  waiting.set(file, others);
  return first;
}

/** Starts the program of `side` with PORT and HOST in its environment. */
export function startProgram(
  programs: Programs,
  side: Side,
  { port, host = LOOPBACK, args = [], transcript = startTranscript() }: ProgramOptions,
): Program {
  const file = programs[side];
  // When the course's own coverage is measured, a learner's program is none of it, and only the original counts.
  const isMeasured = process.env["NODE_V8_COVERAGE"] !== undefined && file === solution[side];
  const copy = isMeasured ? undefined : plain.get(file);
  const env = {
    PORT: String(port),
    HOST: host,
    ...(isMeasured ? {} : { NODE_V8_COVERAGE: undefined }),
  };
  const cwd = mkdtempSync(path.join(workplaces, `${side}-`));
  handOver(cwd);
  const ready = copy === undefined ? undefined : takeReady(file);
  started.set(file, 1 + (started.get(file) ?? 0));
  const running =
    ready === undefined
      ? run(side, process.execPath, nodeArguments(copy ?? file, args, [probe]), {
          cwd,
          env: { ...ENVIRONMENT, ...env, ECHO_PROBE: file },
          transcript,
        })
      : observe(side, ready, { transcript });
  if (ready !== undefined) (ready.stdio[3] as Writable).write(`${JSON.stringify({ cwd, env, args })}\n`);
  return { ...running, file, port: Number(port), host };
}
