// The learner's steps as plain node:test, for any of its reporters. `npm test` shows the same in a friendlier way.
//   node --import tsx --test test/steps.test.ts
//   node --import tsx --test --test-name-pattern="05-echo" --test-reporter=junit test/steps.test.ts
import { describe, test } from "node:test";
import { sides, steps, type Step } from "./tutor/course/course.ts";
import { explain } from "./tutor/tell/explain.ts";
import { findTypeErrors } from "./tutor/judge/types.ts";
import { checksOf, checkTypes, tryCheck, type Result } from "./tutor/judge/verdict.ts";

/** Fails with the explanation of what is wrong in `result`, and without a stack trace of the course's own code. */
function expectRight(step: Step, { name, mistake }: Result): void {
  if (mistake === undefined) return;
  const failure = new Error(explain(step, { name, mistake }));
  failure.stack = failure.message;
  throw failure;
}

const typeErrors = findTypeErrors();
const checks = new Map(await Promise.all(steps.map(async (step) => [step, await checksOf(step)] as const)));

for (const [step, required] of checks) {
  describe(step.id, { concurrency: true }, () => {
    for (const side of sides) {
      test(`the ${side} has no type errors`, async () => {
        expectRight(step, checkTypes(step.programs, side, await typeErrors));
      });
    }
    for (const check of required) {
      test(check.name, async () => expectRight(step, await tryCheck(check, step.programs, step.number)));
    }
  });
}
