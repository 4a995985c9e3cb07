// The score of the course in the current folder: every step with its points, and with what is wrong in it.
import { steps, type Step } from "../../test/tutor/course/course.ts";
import type { Mistake } from "../../test/tutor/judge/mistake.ts";
import type { MistakeName } from "../../test/tutor/judge/mistakes.ts";
import { CheckerFails, findTypeErrors, type TypeErrors } from "../../test/tutor/judge/types.ts";
import {
  checksOf,
  judgeIfBegun,
  type Result,
  type State,
  type Verdict,
} from "../../test/tutor/judge/verdict.ts";
import { explain, lessonOf, tell } from "../../test/tutor/tell/explain.ts";
import { words } from "../../test/tutor/tell/words.ts";
import { plainly } from "./plainly.ts";

/** The form of what is printed. It changes when a program that reads it would have to change. */
export const SCHEMA = 2;

/** What is wrong in a step, in words that nothing in a program can make to control characters. */
export interface ScoredMistake {
  /** What was required, as a sentence. */
  readonly check: string;
  /** The stable name of the mistake. */
  readonly name: string;
  /** What it is, and all that there is to say of it, with a drawing of what happened. */
  readonly sentence: string;
  readonly explanation: string;
  readonly file: string;
  /** The line to blame, where one is known. */
  readonly line?: number;
  /** Where the lesson treats it. */
  readonly lesson: string;
}

export interface ScoredStep {
  readonly number: number;
  readonly id: string;
  readonly state: State | "not graded";
  /** Why it is not graded, as a sentence. */
  readonly reason?: string;
  readonly passed: number;
  readonly checks: number;
  readonly points: number;
  readonly mistakes: readonly ScoredMistake[];
}

export interface Score {
  readonly schema: number;
  /** Whose checks they were. */
  readonly checks: string;
  readonly steps: readonly ScoredStep[];
  readonly total: {
    readonly passed: number;
    readonly checks: number;
    readonly points: number;
    readonly of: number;
  };
}

/**
 * Grades all steps of the course in the current folder, each by itself: what one of them is like costs none of the
 * others a point. `onStep` is told each as soon as it is known.
 */
export async function score(onStep?: (step: ScoredStep) => void): Promise<ScoredStep[]> {
  const typeErrors = findTypeErrors();
  const graded = steps.map(async (step) => {
    const scored = await scoreOf(step, typeErrors);
    onStep?.(scored);
    return scored;
  });
  return Promise.all(graded);
}

/** The score that `graded` makes. `checks` says whose checks they were. */
export function scoreFrom(graded: readonly ScoredStep[], checks: string): Score {
  const sum = (key: "passed" | "checks" | "points") => graded.reduce((total, step) => total + step[key], 0);
  const total = { passed: sum("passed"), checks: sum("checks"), points: sum("points"), of: graded.length };
  return { schema: SCHEMA, checks, steps: graded, total };
}

/** When the course is at fault, or the system: whether the program is right, nobody knows. */
const UNKNOWN: readonly MistakeName[] = ["check-broken", "not-started"];

/**
 * One step: a point when it is done, and none before. What is handed out would pass some checks already, so the number
 * of passed checks is no measure of work.
 */
async function scoreOf(step: Step, typeErrors: Promise<TypeErrors>): Promise<ScoredStep> {
  const { number, id } = step;
  try {
    const verdict = await judgeIfBegun(step, () => typeErrors);
    const wrong = verdict.results.filter(isWrong);
    const unknown = wrong.find(({ mistake }) => UNKNOWN.includes(mistake.name));
    // What is wrong for another reason is wrong whatever that check would have said.
    const isUnknown = unknown !== undefined && wrong.every(({ mistake }) => UNKNOWN.includes(mistake.name));
    return {
      number,
      id,
      ...(isUnknown
        ? { state: "not graded", reason: plainly(words.checkIsBroken(number, words.sentence(unknown.name))) }
        : { state: verdict.state }),
      passed: verdict.results.length - wrong.length,
      checks: (await checksOf(step)).length,
      points: verdict.state === "done" ? 1 : 0,
      mistakes: wrong.map((result) => scoredMistake(verdict, result)),
    };
  } catch (error) {
    if (error instanceof CheckerFails) throw error;
    const reason = plainly(words.stepIsBroken(number, (error as Error).message));
    return notGraded(id, reason);
  }
}

/** The step `id`, which is not graded, with the reason why. */
export function notGraded(id: string, reason: string): ScoredStep {
  const number = Number(id.slice(0, 2));
  return { number, id, state: "not graded", reason, passed: 0, checks: 0, points: 0, mistakes: [] };
}

type Wrong = Result & { mistake: Mistake };

function isWrong(result: Result): result is Wrong {
  return result.mistake !== undefined;
}

function scoredMistake({ step }: Verdict, result: Wrong): ScoredMistake {
  const { requirement, paragraphs, place, asking } = tell(step, result);
  const { name, facts } = result.mistake;
  const [, file = place, line] = /^(.*):(\d+)$/.exec(place) ?? [];
  return {
    check: plainly(requirement),
    name,
    sentence: plainly(paragraphs[0] ?? ""),
    file: name === "missing-file" ? (facts.detail ?? file) : file,
    ...(line === undefined ? {} : { line: Number(line) }),
    lesson: lessonOf(asking),
    explanation: plainly(explain(step, result)),
  };
}
