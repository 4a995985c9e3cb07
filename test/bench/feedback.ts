// How long a learner waits for feedback: from saving a program to its verdict in `npm run watch`, and for `npm test`.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { shortName, sides, steps, twoDigits, withoutTodos, type Step } from "../tutor/course/course.ts";
import { killAtEnd } from "../tutor/run/group.ts";
import { createScratch, tool, type Scratch } from "../course/scratch.ts";
import { memory, processes, processorTime } from "../course/endurance/usage.ts";
import { describeMachine, type Machine } from "./machine.ts";

/** How often a right program is saved. */
const SAVES = 3;
/**
 * A learner thinks between two saves, and the next programs are made ready meanwhile. This takes until the watch mode
 * has used hardly any processor time for so many milliseconds, and no longer than so many.
 */
const [QUIET, THINKING] = [500, 10_000];
/** What is hardly any: the share of one core. */
const IDLE = 0.05;
/** How long, in milliseconds, a step is watched at most. */
const WATCHING = 180_000;
/** How often, in milliseconds, it is looked how much memory a command takes. */
const LOOKING = 200;
/** Nothing more begins so many milliseconds after the start. */
const BOUND = 600_000;
/** How many steps are done when `npm test` is measured: none is a fresh clone, all is a finished course. */
const DONE = [0, 5, steps.length];

/** What is saved: the answer, the program as it was before the step, or one that does nothing and does not end. */
export type Kind = "right" | "wrong" | "hanging";

export interface Save {
  readonly step: number;
  readonly kind: Kind;
  /** Whether something else kept all cores busy. */
  readonly busy: boolean;
  /** From the save to the verdict, in milliseconds. */
  readonly times: readonly number[];
  /** What the verdict was, the last time. */
  readonly state: string;
}

export interface Run {
  readonly command: string;
  readonly situation: string;
  readonly seconds: number;
  /** At the peak, in bytes, of all processes together. Not there where the system does not tell. */
  readonly memory?: number;
  /** How many processes there were at the peak, the command's own included. */
  readonly processes: number;
}

export interface Feedback {
  readonly machine: Machine;
  /** What could not be measured, and why. */
  readonly notes: readonly string[];
  readonly saves: readonly Save[];
  readonly runs: readonly Run[];
}

const HANGING = "setInterval(() => undefined, 1000);\n";

/** Saves the programs of `step` as `kind`, each time with another comment at the end. */
function save(scratch: Scratch, step: Step, kind: Kind, time: number): void {
  if (kind === "right") scratch.solve(step.number, step.number);
  else
    for (const side of sides) {
      const before = withoutTodos(readFileSync(step.programs[side], "utf8"));
      scratch.write(shortName(step.programs[side]), kind === "hanging" ? HANGING : before);
    }
  const file = shortName(step.programs.server);
  scratch.write(file, `${scratch.read(file)}// Saved for the ${time}. time.\n`);
}

/** Waits until the watch mode prints the verdict on `step`. */
async function verdict(child: ChildProcess, step: Step): Promise<string> {
  const pattern = new RegExp(`^${twoDigits(step.number)} .*: (done|failing|to do)$`, "m");
  let printed = "";
  for await (const text of child.stdout!.iterator({ destroyOnReturn: false })) {
    printed += String(text);
    const state = pattern.exec(printed)?.[1];
    if (state !== undefined) return state;
  }
  throw new Error(`npm run watch ended: ${printed}`);
}

/** Waits until the process `pid` has nothing more to do, or, where the system does not tell, as long as it may take. */
async function thinks(pid: number): Promise<void> {
  let used = Infinity;
  for (let waited = 0; waited < THINKING && used >= (IDLE * QUIET) / 1000; waited += QUIET) {
    const before = processorTime(pid);
    await sleep(QUIET);
    used = (processorTime(pid) ?? Infinity) - (before ?? 0);
  }
}

/** Watches `step`, and saves its programs: as often as right ones, or once. */
async function watch(step: Step, kinds: readonly Kind[], busy: boolean): Promise<Save[]> {
  const scratch = createScratch();
  save(scratch, step, "right", 0);
  const child = killAtEnd(
    spawn(process.execPath, [tool, "watch", String(step.number), "--lang", "en"], {
      cwd: scratch.folder,
      timeout: WATCHING,
    }),
  );
  try {
    await verdict(child, step);
    const saves: Save[] = [];
    for (const kind of kinds) {
      const times: number[] = [];
      let state = "";
      for (let time = 1; time <= (kind === "right" ? SAVES : 1); time += 1) {
        await thinks(child.pid!);
        const began = performance.now();
        save(scratch, step, kind, time);
        state = await verdict(child, step);
        times.push(performance.now() - began);
      }
      saves.push({ step: step.number, kind, busy, times, state });
    }
    return saves;
  } finally {
    child.kill();
    await once(child, "close");
    scratch.remove();
  }
}

/** Runs a command of the course in `scratch`. */
async function run(scratch: Scratch, args: string[], situation: string, env = {}): Promise<Run> {
  const began = performance.now();
  const child = killAtEnd(
    spawn(process.execPath, [tool, ...args], {
      cwd: scratch.folder,
      env: { ...process.env, ...env },
      stdio: "ignore",
    }),
  );
  let [bytes, most] = [0, 1];
  const timer = setInterval(() => {
    bytes = Math.max(bytes, memory(child.pid!) ?? 0);
    most = Math.max(most, processes(child.pid!).length);
  }, LOOKING);
  await once(child, "close");
  clearInterval(timer);
  const seconds = (performance.now() - began) / 1000;
  return {
    command: `npm ${args.join(" ")}`,
    situation,
    seconds,
    ...(bytes > 0 && { memory: bytes }),
    processes: most,
  };
}

/** `npm test N` and `npm test`, from cold to warm, and with more and more steps done. */
async function measureCommands(progress: (text: string) => void): Promise<Run[]> {
  const scratch = createScratch();
  // tsx keeps what it has made of a program in a folder for temporary files: an empty one is a cold start.
  const cold = mkdtempSync(path.join(tmpdir(), "echo-cold-"));
  try {
    progress("npm test 5");
    scratch.solve(5);
    const runs = [
      await run(scratch, ["test", "5"], "cold", { TMPDIR: cold, TEMP: cold }),
      await run(scratch, ["test", "5"], "warm", { TMPDIR: cold, TEMP: cold }),
    ];
    for (const done of DONE) {
      progress(`npm test, ${done} steps done`);
      const course = createScratch();
      course.solve(done);
      runs.push(await run(course, ["test"], `${done} steps done`));
      course.remove();
    }
    return runs;
  } finally {
    scratch.remove();
    rmSync(cold, { recursive: true, force: true });
  }
}

/** Keeps every core busy while `task` runs. */
async function whileBusy<Outcome>(task: () => Promise<Outcome>): Promise<Outcome> {
  const loops = Array.from({ length: availableParallelism() }, () =>
    killAtEnd(spawn(process.execPath, ["--eval", "for (;;);"])),
  );
  try {
    return await task();
  } finally {
    for (const loop of loops) loop.kill("SIGKILL");
  }
}

/** Measures what can be measured in time. `progress` is told what comes next. */
export async function measureFeedback(progress: (text: string) => void): Promise<Feedback> {
  const saves: Save[] = [];
  const left: number[] = [];
  const runs = await measureCommands(progress);
  for (const step of steps) {
    // In milliseconds after the start of this process.
    if (performance.now() > BOUND) {
      left.push(step.number);
      continue;
    }
    progress(`saving step ${step.number}`);
    saves.push(...(await watch(step, ["right", "wrong", "hanging"], false)));
    saves.push(...(await whileBusy(() => watch(step, ["right"], true))));
  }
  const notes = left.length > 0 ? [`There was no time for step ${left.join(", ")}.`] : [];
  return { machine: describeMachine(), notes, saves, runs };
}
