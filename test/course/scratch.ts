// A copy of the learner's files to be changed by a test, in a folder with a space in its name.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { answerTo, shortName, sides, steps, withoutTodos } from "../tutor/course/course.ts";

const course = fileURLToPath(new URL("../..", import.meta.url));
/** What every command of the course starts with. */
export const tool = path.join(course, "tools/run.js");

/** How a command ended, and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running command: `ended` is settled when it is over; `stop` sends it a signal, as Ctrl+C does. */
export interface Command {
  readonly ended: Promise<Ended>;
  /** What it has printed on stdout so far. */
  stdout(): string;
  /** Waits until that matches. Throws when the command ends before. */
  prints(pattern: RegExp): Promise<void>;
  type(text: string): void;
  stop(signal: NodeJS.Signals): void;
}

export interface Scratch {
  readonly folder: string;
  read(file: string): string;
  write(file: string, content: string): void;
  /** Does the steps up to `last`, or from `first` on: their files become their answers. */
  solve(last: number, first?: number): void;
  /** Starts a command of the course: what `npm run` starts for "test", "start", "server" or "client". */
  start(args: readonly string[], env?: NodeJS.ProcessEnv): Command;
  /** Runs a command to its end. */
  run(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ended>;
  delete(name: string): void;
  remove(): void;
}

/** A fresh copy. Without packages, as after a clone and before npm ci, if `installed` is false. */
export function createScratch(installed = true): Scratch {
  const folder = mkdtempSync(path.join(tmpdir(), "echo course "));
  const parts = [
    "package.json",
    "tsconfig.json",
    "steps",
    "solution",
    ...(installed ? [] : ["tools", "test"]),
  ];
  for (const part of parts) cpSync(path.join(course, part), path.join(folder, part), { recursive: true });
  if (installed)
    symlinkSync(path.join(course, "node_modules"), path.join(folder, "node_modules"), "junction");

  const inFolder = (file: string) => path.join(folder, file);
  const start: Scratch["start"] = (args, env) => {
    const entry = installed ? tool : inFolder("tools/run.js");
    const child = spawn(process.execPath, [entry, ...args], { cwd: folder, env: { ...process.env, ...env } });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    const ended = new Promise<Ended>((resolve) =>
      child.once("close", (code) => resolve({ code, stdout, stderr })),
    );
    const prints = (pattern: RegExp) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if (pattern.test(stdout)) resolve();
        };
        child.stdout.on("data", look);
        child.once("close", () => reject(new Error(`${pattern} is not in: ${stdout}${stderr}`)));
        look();
      });
    return {
      ended,
      stdout: () => stdout,
      prints,
      type: (text) => void child.stdin.write(text),
      stop: (signal) => void child.kill(signal),
    };
  };

  return {
    folder,
    read: (file) => readFileSync(inFolder(file), "utf8"),
    write: (file, content) => writeFileSync(inFolder(file), content),
    solve(last, first = 1) {
      for (const step of steps.filter(({ number }) => number >= first && number <= last)) {
        for (const side of sides) {
          const answer = withoutTodos(readFileSync(answerTo(step)[side], "utf8"));
          writeFileSync(inFolder(shortName(step.programs[side])), answer);
        }
      }
    },
    start,
    run: (args, env) => start(args, env).ended,
    delete: (name) => rmSync(inFolder(name), { recursive: true }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The same, gone again when the test `t` is over. */
export function scratchFor(t: TestContext, installed = true): Scratch {
  const scratch = createScratch(installed);
  t.after(() => scratch.remove());
  return scratch;
}

/** The command failed with one line on stderr that matches, and nothing else. */
export function assertOneLine({ code, stdout, stderr }: Ended, line: RegExp): void {
  assert.match(stderr, line);
  assert.deepEqual(
    { code, stdout, lines: stderr.trimEnd().split("\n").length },
    { code: 1, stdout: "", lines: 1 },
  );
}
