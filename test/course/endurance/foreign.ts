// Runs a program that is not the course's, such as python3, nc or socat.
import { spawnSync } from "node:child_process";
import type { Side } from "../../tutor/course/course.ts";
import { LOOPBACK } from "../../tutor/run/peer.ts";
import { run, type Running } from "../../tutor/run/process.ts";

/** How long, in milliseconds, a command may take to say which version it is. */
const ANSWERING = 30_000;

/** The name of a command, and its arguments. */
export type CommandLine = readonly [name: string, ...args: string[]];

/** Runs a command that ends at once. Gives what it printed, or undefined when it is missing or fails. */
export function ask([name, ...args]: CommandLine): string | undefined {
  const options = { encoding: "utf8", timeout: ANSWERING, windowsHide: true } as const;
  const { status, stdout, stderr } = spawnSync(name, args, options);
  return status === 0 ? stdout + stderr : undefined;
}

/** Starts a command with PORT and HOST in its environment, and `input`, if any, as its stdin. */
export function startForeign(
  side: Side,
  [name, ...args]: CommandLine,
  port: number,
  input?: Buffer,
): Running {
  // Python: text is UTF-8 in every locale, and no compiled modules are left behind.
  const env = { PORT: String(port), HOST: LOOPBACK, PYTHONUTF8: "1", PYTHONDONTWRITEBYTECODE: "1" };
  return run(side, name, args, { env, input });
}
