// npm test: how far the learner is, what is wrong with the current step, and what to do next.
import { parseArgs } from "node:util";
import { steps } from "../test/support/course.ts";
import { isUntouched } from "../test/support/starters.ts";
import { terminalOf } from "../test/support/terminal.ts";
import { findTypeErrors } from "../test/support/types.ts";
import { judge, type State, type Verdict } from "../test/support/verdict.ts";
import { expectNoMore, stepNamed } from "./arguments.ts";
import { showProgress, showStep } from "./report.ts";

const USAGE = "npm test [step], or npm test -- --all";

/** Checks one step, all steps, or those that the learner has reached. Gives the exit code. */
export async function main(args: string[]): Promise<number> {
  const typeErrors = findTypeErrors();
  typeErrors.catch(() => undefined); // It is awaited later, after the arguments have been looked at.
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { all: { type: "boolean" } },
  });
  expectNoMore(positionals.slice(1), USAGE);
  const terminal = terminalOf(process.stdout);

  if (positionals[0] !== undefined) {
    const verdict = await judge(stepNamed(positionals[0]), typeErrors);
    console.log(showStep(verdict, terminal));
    return verdict.state === "done" ? 0 : 1;
  }

  const verdicts = await judgeAll(typeErrors, values.all === true);
  console.log(showProgress(verdicts, terminal));
  const bad: readonly State[] = values.all ? ["failing", "to do"] : ["failing"];
  return verdicts.some(({ state }) => bad.includes(state)) ? 1 : 0;
}

/**
 * Judges the steps in their order. After the first that is not done, those that nobody has touched are still to do:
 * they are not run, unless `thorough`.
 */
async function judgeAll(
  typeErrors: ReturnType<typeof findTypeErrors>,
  thorough: boolean,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const step of steps) {
    const reached = verdicts.every(({ state }) => state === "done");
    verdicts.push(
      thorough || reached || !isUntouched(step)
        ? await judge(step, typeErrors)
        : { step, state: "to do", results: [] },
    );
  }
  return verdicts;
}
