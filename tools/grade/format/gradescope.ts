// A score as the results.json of a Gradescope autograder: a test for each step, with the explanations as its output.
// Its form: https://gradescope-autograders.readthedocs.io/en/latest/specs/
import { nameOf, stateOf } from "../page.ts";
import type { Score } from "../score.ts";

/** What belongs in /autograder/results/results.json. */
export function gradescope({ steps }: Score): string {
  const tests = steps.map((step) => ({
    name: nameOf(step),
    score: step.points,
    max_score: 1,
    output: [
      stateOf(step),
      ...(step.reason === undefined ? [] : [step.reason]),
      ...step.mistakes.map(({ explanation }) => explanation),
    ].join("\n\n"),
  }));
  return JSON.stringify({ tests }, null, 2);
}
