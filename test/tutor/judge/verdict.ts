// Tries all checks of a step on two programs, and says how far they are.
import { availableParallelism } from "node:os";
import { runCheck, type Check } from "./check.ts";
import { shortName, sides, steps, todosOf, type Programs, type Side, type Step } from "../course/course.ts";
import { ownImport } from "./imports.ts";
import { Mistake } from "./mistake.ts";
import { problemWith } from "../course/readable.ts";
import type { Remark } from "./remarks.ts";
import type { Sentence } from "./sentences.ts";
import { isUntouched } from "../course/starters.ts";
import { typeErrorIn, type TypeErrors } from "./types.ts";

export interface Result {
  /** What was required, as a sentence. */
  readonly name: Sentence;
  /** What was found instead, or undefined when the requirement is met. */
  readonly mistake: Mistake | undefined;
  /** Whether it is no requirement of the step itself, but one of an earlier step that still holds. */
  readonly isEarlier?: boolean;
  /** Whether both programs are required to meet it. */
  readonly needsBoth?: boolean;
  /** What there is to say of a program all the same. */
  readonly remarks?: readonly Remark[];
}

export type State = "done" | "to do" | "failing";

/** What is known of a step so far. */
export interface Findings {
  readonly step: Step;
  readonly results: readonly Result[];
}

export interface Verdict extends Findings {
  readonly state: State;
}

/** What test/checks/ has under `name`. Its type stands here, for a check imports what judges it. */
async function load<Exports>(name: string): Promise<Exports> {
  return import(`../../checks/${name}.ts`) as Promise<Exports>;
}

/** The checks of `step` itself: what its file in test/checks/ exports. */
export async function ownChecksOf(step: Step): Promise<readonly Check[]> {
  return (await load<{ checks: Check[] }>(step.id)).checks;
}

/** What is tried of `step` because earlier steps asked for it: test/checks/earlier.ts. */
export async function earlierChecksOf(step: Step): Promise<readonly Check[]> {
  const { earlierChecks } = await load<{ earlierChecks: (number: number) => Check[] }>("earlier");
  return earlierChecks(step.number);
}

/** All that is tried of `step`. */
export async function checksOf(step: Step): Promise<readonly Check[]> {
  return [...(await ownChecksOf(step)), ...(await earlierChecksOf(step))];
}

/**
 * Three checks per core: some let time pass, the others keep the cores busy, and no program has to wait long for its
 * turn.
 */
const PER_CORE = 3;
let free = PER_CORE * availableParallelism();
const queue: (() => void)[] = [];

/**
 * Lets `perCore` checks run at once for each core. More than usual is of use where the programs start fast, and mostly
 * wait.
 */
export function runAtOnce(perCore: number): void {
  free += (perCore - PER_CORE) * availableParallelism();
}

/** Runs `task` as soon as no more others run than may. */
async function inTurn<Outcome>(task: () => Promise<Outcome>): Promise<Outcome> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => queue.push(resolve));
  try {
    return await task();
  } finally {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  }
}

/** When the checks that run now have begun, in milliseconds. */
const running = new Map<Check, number>();

/** The name of the check that has been running longest, if that is more than `milliseconds`. */
export function longRunning(milliseconds: number): Sentence | undefined {
  const [first] = [...running].sort(([, one], [, other]) => one - other);
  return first !== undefined && performance.now() - first[1] > milliseconds ? first[0].name : undefined;
}

/** The mistakes of programs that would keep every check waiting, by the files. */
type Endless = Map<string, Mistake>;

/**
 * Tries one check on `programs`, as those of step `number`, when its turn has come, unless nobody wants it any more. A
 * program that is `endless` is not started again, and noted there when it is found to be.
 */
export async function tryCheck(
  check: Check,
  programs: Programs,
  number: number,
  signal?: AbortSignal,
  endless: Endless = new Map(),
): Promise<Result> {
  const run = async () => {
    if (signal?.aborted) return undefined;
    const known = endless.get(programs[check.side]);
    if (known !== undefined) return { mistake: known, remarks: [] };
    running.set(check, performance.now());
    try {
      return await runCheck(check, programs, number);
    } finally {
      running.delete(check);
    }
  };
  const { mistake, remarks } = (await inTurn(run)) ?? { mistake: undefined, remarks: [] };
  if (mistake?.name === "never-stops-computing" && mistake.program !== undefined)
    endless.set(mistake.program.file, mistake);
  const { name, isEarlier = false, needsBoth = false } = check;
  return { name, mistake, isEarlier, needsBoth, remarks };
}

/** Tries `checks` on `programs`, which are those of step `number`. */
export async function tryChecks(
  checks: readonly Check[],
  programs: Programs,
  number: number,
): Promise<Result[]> {
  return Promise.all(checks.map((check) => tryCheck(check, programs, number)));
}

interface Following {
  /** Says when nobody wants the verdict any more. Then it comes soon, and is of no use. */
  readonly signal?: AbortSignal;
  /** Is told what is known so far, whenever it is more. */
  readonly onFindings?: (findings: Findings) => void;
}

/** How far the learner is with `step`. `typeErrors` are those of the whole course, found at the same time. */
export async function judge(
  step: Step,
  typeErrors: Promise<TypeErrors>,
  following: Following = {},
): Promise<Verdict> {
  const unusable = Object.values(step.programs).flatMap(noProgram).slice(0, 1);
  const results = unusable.length === 0 ? await tryAll(step, typeErrors, following) : unusable;
  const done = results.every(({ mistake }) => mistake === undefined);
  return { step, results, state: done ? "done" : todosOf(step).length > 0 ? "to do" : "failing" };
}

/** Judges `step`, but does not run it when nobody has touched it: what is handed out fails (see chain.test.ts). */
export async function judgeIfBegun(
  step: Step,
  typeErrors: () => Promise<TypeErrors>,
  following?: Following,
): Promise<Verdict> {
  return isUntouched(step) ? { step, state: "to do", results: [] } : judge(step, typeErrors(), following);
}

/** Judges all steps. */
export async function judgeAll(typeErrors: Promise<TypeErrors>): Promise<Verdict[]> {
  return Promise.all(steps.map((step) => judgeIfBegun(step, () => typeErrors)));
}

async function tryAll(
  step: Step,
  typeErrors: Promise<TypeErrors>,
  { signal, onFindings }: Following,
): Promise<Result[]> {
  const { programs, number } = step;
  const endless: Endless = new Map();
  const checks = await checksOf(step);
  // Those that have to let time pass do so while the others run.
  const inOrder = checks.toSorted(
    (one, other) => Number(other.isLong ?? false) - Number(one.isLong ?? false),
  );
  const tried = new Map(inOrder.map((check) => [check, tryCheck(check, programs, number, signal, endless)]));
  const tasks = [
    ...sides.map(async (side) => checkTypes(programs, side, await typeErrors)),
    ...sides.map((side) => checkImports(programs, side)),
    ...checks.map((check) => tried.get(check)!),
  ];
  const known: (Result | undefined)[] = tasks.map(() => undefined);
  const results = () =>
    known.filter((result, index): result is Result => {
      // A right program has no line about its types or imports: that is not what the step asks for.
      return result !== undefined && (index >= 2 * sides.length || result.mistake !== undefined);
    });
  const traced = () => results().map((result, _, all) => ({ ...result, mistake: behind(result, all) }));
  await Promise.all(
    tasks.map(async (task, index) => {
      known[index] = await task;
      onFindings?.({ step, results: traced() });
    }),
  );
  return traced();
}

/**
 * The mistake of `result`, or the one behind it that another result of `all` tells: what does not parse is told best by
 * TypeScript; and of two programs that fail together, the one that does alone what it should is not to blame.
 */
function behind({ mistake, needsBoth = false }: Result, all: readonly Result[]): Mistake | undefined {
  if (mistake?.program === undefined) return mistake;
  const { side } = mistake.program;
  const found = all.flatMap((other) => (other.needsBoth ? [] : (other.mistake ?? [])));
  if (mistake.name === "does-not-parse")
    return found.find(({ name, program }) => name === "type-error" && program?.side === side) ?? mistake;
  if (!needsBoth || found.some(({ program }) => program?.side === side)) return mistake;
  return found[0] ?? mistake;
}

/** Whether TypeScript finds an error in the program of `side`. */
export function checkTypes(programs: Programs, side: Side, errors: TypeErrors): Result {
  return { name: `the ${side} has no type errors`, mistake: typeErrorIn(programs, side, errors) };
}

/** Whether the program of `side` is complete by itself. */
function checkImports(programs: Programs, side: Side): Result {
  return { name: `the ${side} is complete in its one file`, mistake: ownImport(programs, side) };
}

/** What is wrong with `file`, if it is no program at all. */
function noProgram(file: string): Result[] {
  const problem = problemWith(file);
  if (problem === undefined) return [];
  const detail = shortName(file);
  return [{ name: `there is a file ${detail}`, mistake: new Mistake(problem, undefined, { detail }) }];
}
