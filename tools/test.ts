// npm test: how far the learner is, what is wrong with the current step, and what to do next.
import { parseArgs } from "node:util";
import { steps, type Step } from "../test/support/course.ts";
import { isUntouched } from "../test/support/starters.ts";
import { terminalOf } from "../test/support/terminal.ts";
import { typecheck } from "../test/support/typecheck.js";
import { findTypeErrors, type TypeErrors } from "../test/support/types.ts";
import { judge, type State, type Verdict } from "../test/support/verdict.ts";
import { expectNoMore, stepNamed } from "./arguments.ts";
import { showProgress, showStep } from "./report.ts";

const USAGE = "npm test [step], or npm test -- --all";

/** Checks one step, all steps, or those that the learner has reached. Gives the exit code. */
export async function main(args: string[], _command: string, checking = typecheck()): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { all: { type: "boolean" } },
  });
  expectNoMore(positionals.slice(1), USAGE);
  const [name] = positionals;
  const step = name === undefined ? undefined : stepNamed(name);
  const terminal = terminalOf(process.stdout);
  const typeErrors = findTypeErrors(checking);

  if (step !== undefined) {
    const verdict = await whileSaying(`Checking step ${step.number} …`, () => judge(step, typeErrors));
    console.log(showStep(verdict, terminal));
    return verdict.state === "done" ? 0 : 1;
  }

  // `npm test --all`, without the two dashes before it, is an option of npm's: it tells us of it only in this way.
  const all = values.all === true || process.env["npm_config_all"] === "true";
  const verdicts = await whileSaying("Checking …", () => judgeAll(typeErrors, all));
  console.log(showProgress(verdicts, terminal));
  const bad: readonly State[] = all ? ["failing", "to do"] : ["failing"];
  return verdicts.some(({ state }) => bad.includes(state)) ? 1 : 0;
}

/** Shows `text` on a terminal, until `task` is done: nobody should think that the program hangs. */
async function whileSaying<Outcome>(text: string, task: () => Promise<Outcome>): Promise<Outcome> {
  if (!process.stdout.isTTY) return task();
  process.stdout.write(terminalOf(process.stdout).sign(text, text.replace("…", "...")));
  try {
    return await task();
  } finally {
    process.stdout.write("\r\x1b[K");
  }
}

/** Judges all steps. Those after the current one that nobody has touched are not run, unless `thorough`. */
async function judgeAll(typeErrors: Promise<TypeErrors>, thorough: boolean): Promise<Verdict[]> {
  const judged = (step: Step) => thorough || !isUntouched(step);
  const verdicts = await Promise.all(
    steps.map((step) =>
      judged(step) ? judge(step, typeErrors) : { step, state: "to do" as const, results: [] },
    ),
  );
  const current = verdicts.findIndex(({ state }) => state !== "done");
  const step = steps[current];
  if (step !== undefined && !judged(step)) verdicts[current] = await judge(step, typeErrors);
  return verdicts;
}
