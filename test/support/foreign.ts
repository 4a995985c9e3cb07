// Runs a program that is not the course's, such as python3, nc or socat, and gathers the same evidence.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import type { Side } from "./course.ts";
import { LOOPBACK } from "./peer.ts";
import type { Exit, Program } from "./program.ts";
import { printedBy, startTranscript } from "./transcript.ts";

/** How long, in milliseconds, a command may take to say which version it is. */
const ANSWERING = 30_000;

/** The name of a command, and its arguments. */
export type CommandLine = readonly [name: string, ...args: string[]];

/** What is known of every process that takes the part of one of the two programs. */
export type Running = Pick<Program, "side" | "transcript" | "stdout" | "stderr" | "exit" | "kill">;

export interface Foreign extends Running {
  /** Everything on stdout, byte for byte. */
  output(): Buffer;
}

const children = new Set<ChildProcess>();

// As with the programs under test: whatever ends the tests ends what they have started.
process.once("exit", () => children.forEach((child) => child.kill("SIGKILL")));

/** Runs a command that ends at once. Gives what it printed, or undefined when it is missing or fails. */
export function ask([name, ...args]: CommandLine): string | undefined {
  const options = { encoding: "utf8", timeout: ANSWERING, windowsHide: true } as const;
  const { status, stdout, stderr } = spawnSync(name, args, options);
  return status === 0 ? stdout + stderr : undefined;
}

/** Starts a command with PORT and HOST in its environment, and `input`, if any, as its stdin. */
export function startForeign(side: Side, command: CommandLine, port: number, input?: Buffer): Foreign {
  const transcript = startTranscript();
  const [name, ...args] = command;
  const child = spawn(name, args, {
    // Python: text is UTF-8 in every locale, and no compiled modules are left behind.
    env: { ...process.env, PORT: `${port}`, HOST: LOOPBACK, PYTHONUTF8: "1", PYTHONDONTWRITEBYTECODE: "1" },
    windowsHide: true,
  });
  children.add(child);
  transcript.add({ kind: "start", from: side });

  const output: Buffer[] = [];
  child.stdout.on("data", (bytes: Buffer) => {
    output.push(bytes);
    transcript.add({ kind: "print", from: side, stream: "stdout", text: bytes.toString("utf8") });
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    transcript.add({ kind: "print", from: side, stream: "stderr", text });
  });
  // That a command ended without reading its input shows in how it ended.
  child.stdin.on("error", () => {});
  child.stdin.end(input);

  let exit: Exit | undefined;
  const closed = new Promise<void>((resolve) => {
    child.once("close", (code, signal) => {
      children.delete(child);
      exit = { code, signal };
      transcript.add({ kind: "exit", from: side, code, signal });
      resolve();
    });
  });

  return {
    side,
    transcript,
    output: () => Buffer.concat(output),
    stdout: () => Buffer.concat(output).toString("utf8"),
    stderr: () => printedBy(transcript, side, "stderr"),
    exit: () => exit,
    async kill() {
      child.kill("SIGKILL");
      await closed;
    },
  };
}
