// npm test: how far the learner is, what is wrong with the current step, and what to do next.
import { secondLoopback } from "../test/tutor/run/peer.ts";
import { hasSignals } from "../test/tutor/run/process.ts";
import { terminalOf } from "../test/tutor/tell/terminal.ts";
import { typecheck } from "../test/tutor/judge/typecheck.js";
import { findTypeErrors } from "../test/tutor/judge/types.ts";
import { judge, judgeAll, type State } from "../test/tutor/judge/verdict.ts";
import { words } from "../test/tutor/tell/words.ts";
import { expectNoMore, readArguments, stepNamed } from "./arguments.ts";
import { problemLines, showProgress, showStep, whileSaying } from "./report.ts";

/** The number of the first step that asks for something at Ctrl+C. */
const FIRST_WITH_SIGNALS = 9;

/** Checks one step, all steps, or those that the learner has reached. Gives the exit code. */
export async function main(args: string[], _command: string, checking = typecheck()): Promise<number> {
  const { values, positionals } = readArguments(args, {
    all: { type: "boolean" },
    problems: { type: "boolean" },
  });
  expectNoMore(positionals.slice(1), words.usage.test);
  const [name] = positionals;
  const step = name === undefined ? undefined : stepNamed(name);
  const terminal = terminalOf(process.stdout);
  const typeErrors = findTypeErrors(checking);

  if (step !== undefined) {
    const verdict = await whileSaying(words.checkingStep(step.number), () => judge(step, typeErrors));
    console.log(showStep(verdict, terminal));
    if (values.problems) console.log(problemLines(verdict).join("\n"));
    if ((await secondLoopback()) === undefined) console.log(words.onlyOneAddress);
    if (!hasSignals && step.number >= FIRST_WITH_SIGNALS) console.log(words.noSignals);
    return verdict.state === "done" ? 0 : 1;
  }

  // `npm test --all`, without the two dashes before it, is an option of npm's: it tells us of it only in this way.
  const all = values.all || process.env["npm_config_all"] === "true";
  const verdicts = await whileSaying(words.checkingAll, () => judgeAll(typeErrors));
  console.log(showProgress(verdicts, terminal));
  const bad: readonly State[] = all ? ["failing", "to do"] : ["failing"];
  return verdicts.some(({ state }) => bad.includes(state)) ? 1 : 0;
}
