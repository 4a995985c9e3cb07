// What `npm test` shows: the progress over all steps, or one step with all its checks.
import { shortName, steps, todosOf, twoDigits } from "../test/support/course.ts";
import { explain, lessonOf } from "../test/support/explain.ts";
import type { Mistake } from "../test/support/mistake.ts";
import { isUntouched } from "../test/support/starters.ts";
import { wrap, type Terminal } from "../test/support/terminal.ts";
import type { Result, State, Verdict } from "../test/support/verdict.ts";

const BAR = 28;

const looks = {
  done: { unicode: "✔", ascii: "+", style: "green" },
  "to do": { unicode: "·", ascii: ".", style: "dim" },
  failing: { unicode: "✘", ascii: "x", style: "red" },
} as const satisfies { [state in State]: unknown };

function isWrong(result: Result): result is Result & { mistake: Mistake } {
  return result.mistake !== undefined;
}

/** All steps, what is wrong with the first that is not done, and what to do next. */
export function showProgress(verdicts: readonly Verdict[], terminal: Terminal): string {
  const current = verdicts.find(({ state }) => state !== "done");
  const lines = verdicts.map((verdict) => stepLine(verdict, verdict === current, terminal));
  const done = verdicts.filter(({ state }) => state === "done").length;
  return ["", ...lines, "", bar(done, verdicts.length, terminal), "", ...goOn(current, terminal), ""].join(
    "\n",
  );
}

/** One step: every check, an explanation for each that fails, and what to do next. */
export function showStep(verdict: Verdict, terminal: Terminal): string {
  const { step, results } = verdict;
  const lines = results.map(({ name, mistake }) => {
    const { unicode, ascii, style } = looks[mistake ? "failing" : "done"];
    return `  ${terminal.paint(style, terminal.sign(unicode, ascii))} ${name}`;
  });
  const wrong = results.filter(isWrong).flatMap((result) => [explain(step, result, terminal), ""]);
  const title = terminal.paint("bold", `${twoDigits(step.number)} ${step.title}: ${verdict.state}`);
  const many = results.filter(isWrong).length;
  const first = many > 1 ? [`${many} checks fail. Begin with the first: often it explains the others.`] : [];
  return ["", title, ...lines, "", ...wrong, ...first, ...next(verdict, terminal), ""].join("\n");
}

function stepLine({ step, state }: Verdict, isCurrent: boolean, { paint, sign }: Terminal): string {
  const { unicode, ascii, style } = looks[state];
  const name = `${twoDigits(step.number)} ${step.title}`.padEnd(26);
  const here = isCurrent ? paint("cyan", ` ${sign("◀", "<")} you are here`) : "";
  return `  ${paint(style, `${sign(unicode, ascii)} ${isCurrent ? paint("bold", name) : name} ${state}`)}${here}`;
}

function bar(done: number, all: number, { paint, sign }: Terminal): string {
  const filled = Math.round((done / all) * BAR);
  const [full, empty] = [sign("█", "#"), sign("░", "-")];
  return `  ${paint("green", full.repeat(filled))}${empty.repeat(BAR - filled)}  ${done} of ${all} steps done`;
}

/** What is wrong with the current step, if the learner has begun it, and what to do next. */
function goOn(current: Verdict | undefined, terminal: Terminal): string[] {
  if (current === undefined) {
    const congratulation =
      "All steps are done: congratulations, you have written an echo server and an echo client.";
    return wrap(congratulation, terminal.columns);
  }
  const wrong = isUntouched(current.step) ? undefined : current.results.find(isWrong);
  return [...(wrong ? [explain(current.step, wrong, terminal), ""] : []), ...next(current, terminal)];
}

function next({ step, state }: Verdict, { paint, columns }: Terminal): string[] {
  if (state === "done") {
    const following = steps[steps.indexOf(step) + 1];
    if (following === undefined) return [`Next: nothing. Step ${step.number} was the last one.`];
    return [`Next: step ${following.number}, ${following.title}. Read ${paint("cyan", lessonOf(following))}`];
  }
  const todos = todosOf(step).map(({ file, line, text }) => [
    `  ${paint("cyan", `${shortName(file)}:${line}`)}`,
    ...wrap(text, columns - 8).map((part) => `    ${part}`),
  ]);
  const check = `then check it: npm test ${step.number}`;
  return todos.length > 0
    ? [`Next: read ${paint("cyan", lessonOf(step))}, do this, ${check}`, ...todos.flat()]
    : [`Next: mend ${paint("cyan", `steps/${step.id}`)}, ${check}`];
}
