// Grades one hand-in with the checks of a clean copy: in a folder and a process of its own, which are gone afterwards.
import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { language } from "../../test/tutor/course/locale.js";
import { killTree } from "../../test/tutor/run/group.ts";
import { hasSignals } from "../../test/tutor/run/process.ts";
import { removeFolder } from "../../test/tutor/run/temporary.ts";
import { USER } from "../../test/tutor/run/user.ts";
import { lessonOf } from "../../test/tutor/tell/explain.ts";
import { words } from "../../test/tutor/tell/words.ts";
import { layOut, type Course } from "./folder.ts";
import { inOneLine } from "./plainly.ts";
import { notGraded, type ScoredMistake, type ScoredStep } from "./score.ts";
import { unseal } from "./seal.ts";
import { MARK, sweep } from "./sweep.ts";
import type { HandIn } from "./take.ts";

/** How many milliseconds a grader has to end its programs and itself, and to be read. */
const GRACE = 2_000;
/** No grader says more than this many characters. */
const MOST = 64 * 1024 * 1024;
/** What a grader needs of the environment. The rest of it is nobody's business who is graded. */
const PASSED_ON = /^(PATH|PATHEXT|SYSTEMROOT|WINDIR|COMSPEC|LANG|LC_\w+|TZ|NODE_V8_COVERAGE)$/i;

/** With what a hand-in is graded. */
export interface Terms {
  /** How many seconds there are. */
  readonly limit: number;
  /** The number of the user that its programs run as, and nobody else meanwhile; that of the grader without one. */
  readonly user: number | undefined;
  /** How many checks run at once for each core. */
  readonly perCore: number;
}

export interface Graded {
  readonly steps: readonly ScoredStep[];
  /** Whether another try could come to more: something else than the programs has kept steps from being graded. */
  readonly isUnfinished: boolean;
  /** Whether that was the limit. */
  readonly isOutOfTime: boolean;
  readonly seconds: number;
}

/** Grades `handIn` with the checks of `course`. */
export async function grade(handIn: HandIn, course: Course, terms: Terms): Promise<Graded> {
  const folder = layOut(handIn, course);
  const remove = () => removeFolder(folder);
  process.once("exit", remove);
  try {
    const began = performance.now();
    const { known, problem, isOutOfTime } = await run(folder, course, terms);
    const steps = course.ids.map((id) => {
      const step = known.get(id) ?? notGraded(id, problem);
      return withRefused(step, handIn.refused);
    });
    return {
      steps,
      isUnfinished: steps.some(({ state }) => state === "not graded"),
      isOutOfTime,
      seconds: Math.round((performance.now() - began) / 100) / 10,
    };
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** Runs the grader of `course` in `folder`. Gives the steps that are known, and why others are not. */
async function run(folder: string, course: Course, { limit, user, perCore }: Terms) {
  const [key, mark] = [randomBytes(32).toString("hex"), path.basename(folder)];
  const command = [
    path.join(course.folder, "tools/run.js"),
    "grade",
    "--sealed",
    String(perCore),
    "--lang",
    language,
  ];
  const grader = spawn(process.execPath, command, {
    cwd: path.join(folder, "course"),
    env: environment(path.join(folder, "temporary"), mark, user),
    detached: hasSignals, // A group of its own.
    windowsHide: true,
    stdio: "pipe",
  });
  const stop = () => {
    if (hasSignals) grader.kill();
    else killTree(grader);
    sweep(mark, user);
  };
  process.once("exit", stop);
  // It ends when stdin does: also when this process is killed.
  grader.stdin.on("error", () => undefined).write(`${key}\n`);
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    grader[name].setEncoding("utf8").on("data", (text: string) => {
      if (said[name].length < MOST) said[name] += text;
    });

  const closed = new Promise<void>((resolve) => grader.once("close", resolve));
  const exited = new Promise<string>((resolve) => {
    grader.once("error", ({ message }) => resolve(message));
    grader.once("exit", (code, signal) => resolve(code === 0 ? "" : (signal ?? `exit code ${code}`)));
  });
  const timer = new AbortController();
  const late = sleep(limit * 1000, undefined, { signal: timer.signal }).catch(() => undefined);
  const ended = await Promise.race([exited, late]);
  timer.abort();
  await end(grader, exited);
  sweep(mark, user);
  // What the programs have started may hold the output: then it is not waited for.
  await Promise.race([closed, grace()]);
  process.off("exit", stop);

  const steps = said.stdout.split("\n").flatMap((line) => unseal(key, line) ?? []);
  const [why = ""] = said.stderr.split("\n");
  return {
    known: new Map(steps.map((step) => [step.id, step])),
    problem:
      ended === undefined ? words.grading.outOfTime(limit) : words.grading.ended(inOneLine(why || ended)),
    isOutOfTime: ended === undefined,
  };
}

/** Does not keep this process from ending. */
const grace = () => sleep(GRACE, undefined, { ref: false });

/** Ends the grader, which ends its programs where it can still be told to, and then by force. */
async function end(grader: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (hasSignals) {
    grader.kill();
    await Promise.race([exited, grace()]);
  }
  killTree(grader);
}

/** A grader has a folder for temporary files to itself: tsx keeps there what it has compiled, and runs it again. */
function environment(temporary: string, mark: string, user: number | undefined): NodeJS.ProcessEnv {
  const passedOn = Object.entries(process.env).filter(([name]) => PASSED_ON.test(name));
  const [TMPDIR, TEMP, TMP, HOME, USERPROFILE] = Array<string>(5).fill(temporary);
  const given = { TMPDIR, TEMP, TMP, HOME, USERPROFILE, [MARK]: mark };
  return {
    ...Object.fromEntries(passedOn),
    ...given,
    ...(user === undefined ? {} : { [USER]: String(user) }),
  };
}

/** `step` with what was refused of its programs as mistakes: to the grader, these were missing. */
function withRefused(step: ScoredStep, refused: HandIn["refused"]): ScoredStep {
  const own = [...refused].filter(([file]) => file.startsWith(`steps/${step.id}/`));
  if (own.length === 0) return step;
  const mistakes = own.map(([file, reason]): ScoredMistake => {
    const check = words.sentence(`there is a file ${file}`);
    return { check, name: "not-taken", sentence: reason, file, lesson: lessonOf(step), explanation: reason };
  });
  const others = step.mistakes.filter(({ name, file }) => name !== "missing-file" || !refused.has(file));
  return { ...step, mistakes: [...mistakes, ...others] };
}
