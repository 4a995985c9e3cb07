// The mistakes of a step, with those together that have the same cause: it is told once.
import { grouped } from "../grouped.ts";
import type { Score, ScoredMistake } from "./score.ts";

/** `mistakes` by their causes: what they are, and where. */
export function sameCauses(mistakes: readonly ScoredMistake[]): [ScoredMistake, ...ScoredMistake[]][] {
  return grouped(mistakes, ({ name, file, line }) => [name, file, line].join());
}

/** One mistake for each cause, of the steps that are failing: in one that is still to do, something is bound to fail. */
export function causesIn({ steps }: Score): ScoredMistake[] {
  return steps
    .filter(({ state }) => state === "failing")
    .flatMap(({ mistakes }) => sameCauses(mistakes).map(([first]) => first));
}
