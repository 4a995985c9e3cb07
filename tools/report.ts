// What `npm test` shows: the progress over all steps, or one step with all its checks.
import { shortName, steps, todosOf, twoDigits, type Step } from "../test/support/course.ts";
import { explain, lessonOf } from "../test/support/explain.ts";
import type { Mistake } from "../test/support/mistake.ts";
import { isUntouched } from "../test/support/starters.ts";
import { terminalOf, wrap, type Terminal } from "../test/support/terminal.ts";
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

/** Shows `text` on a terminal, until `task` is done: nobody should think that the program hangs. */
export async function whileSaying<Outcome>(text: string, task: () => Promise<Outcome>): Promise<Outcome> {
  if (!process.stdout.isTTY) return task();
  process.stdout.write(terminalOf(process.stdout).sign(text, text.replace("…", "...")));
  try {
    return await task();
  } finally {
    process.stdout.write("\r\x1b[K");
  }
}

/** All steps, what is wrong with the first that is not done, and what to do next. */
export function showProgress(verdicts: readonly Verdict[], terminal: Terminal): string {
  const current = verdicts.find(({ state }) => state !== "done");
  const next = current === undefined ? congratulate(terminal) : goOn(current, terminal);
  return ["", ...stepLines(verdicts, current?.step, terminal), "", ...next, ""].join("\n");
}

/** Every step with how far it is, and a bar of all. */
export function stepLines(
  states: readonly Pick<Verdict, "step" | "state">[],
  current: Step | undefined,
  terminal: Terminal,
): string[] {
  const done = states.filter(({ state }) => state === "done").length;
  const lines = states.map(({ step, state }) => stepLine(step, state, step === current, terminal));
  return [...lines, "", `  ${bar(done, states.length, terminal)}`];
}

/** One step: every check, an explanation for each that fails, and what to do next. */
export function showStep(verdict: Verdict, terminal: Terminal): string {
  const wrong = verdict.results.filter(isWrong);
  const explained = wrong.flatMap((result) => [explain(verdict.step, result, terminal), ""]);
  const first =
    wrong.length > 1
      ? [`${wrong.length} checks fail. Begin with the first: often it explains the others.`]
      : [];
  const lines = checkLines(verdict, terminal);
  return ["", ...lines, "", ...explained, ...first, ...next(verdict, terminal), ""].join("\n");
}

/** What a step is, and which of its checks pass. */
export function checkLines({ step, state, results }: Verdict, terminal: Terminal): string[] {
  const lines = results.map(({ name, mistake }) => {
    const { unicode, ascii, style } = looks[mistake ? "failing" : "done"];
    return `  ${terminal.paint(style, terminal.sign(unicode, ascii))} ${name}`;
  });
  return [terminal.paint("bold", `${twoDigits(step.number)} ${step.title}: ${state}`), ...lines];
}

/** What is wrong with a step that the learner has begun: the first thing, explained. */
export function firstWrong({ step, results }: Verdict, terminal: Terminal): string[] {
  const wrong = isUntouched(step) ? [] : results.filter(isWrong);
  const more = wrong.length > 1 ? [`(${wrong.length} checks fail. This is the first.)`, ""] : [];
  return wrong[0] === undefined ? [] : [explain(step, wrong[0], terminal), "", ...more];
}

function stepLine(step: Step, state: State, isCurrent: boolean, { paint, sign }: Terminal): string {
  const { unicode, ascii, style } = looks[state];
  const name = `${twoDigits(step.number)} ${step.title}`.padEnd(26);
  const here = isCurrent ? paint("cyan", ` ${sign("◀", "<")} you are here`) : "";
  return `  ${paint(style, `${sign(unicode, ascii)} ${isCurrent ? paint("bold", name) : name} ${state}`)}${here}`;
}

/** How many of all steps are done, as a bar. */
export function bar(done: number, all: number, { paint, sign }: Terminal): string {
  const filled = Math.round((done / all) * BAR);
  const [full, empty] = [sign("█", "#"), sign("░", "-")];
  return `${paint("green", full.repeat(filled))}${empty.repeat(BAR - filled)}  ${done} of ${all} steps done`;
}

/** What those read who have done all steps. */
export function congratulate({ columns, paint }: Terminal): string[] {
  const congratulation =
    "All steps are done: congratulations, you have written an echo server and an echo client that you understand down to the byte.";
  const further = `Where to go from here: read the end of ${paint("cyan", "LESSON.md#where-to-go-from-here")}`;
  return [...wrap(congratulation, columns), "", further];
}

/** What is wrong with the current step, if the learner has begun it, and what to do next. */
function goOn(current: Verdict, terminal: Terminal): string[] {
  const wrong = isUntouched(current.step) ? undefined : current.results.find(isWrong);
  return [...(wrong ? [explain(current.step, wrong, terminal), ""] : []), ...next(current, terminal)];
}

/** What to do next, with the places in the files. `check` says how to have it checked. */
export function next(
  { step, state }: Verdict,
  { paint, columns }: Terminal,
  check = `check it: npm test ${step.number}`,
): string[] {
  if (state === "done") {
    const following = steps[steps.indexOf(step) + 1];
    if (following === undefined) return [`Step ${step.number} is the last one. How far are you? npm test`];
    return [`Next: step ${following.number}, ${following.title}. Read ${paint("cyan", lessonOf(following))}`];
  }
  const todos = todosOf(step).map(({ file, line, text }) => [
    `  ${paint("cyan", `${shortName(file)}:${line}`)}`,
    ...wrap(text, columns - 8).map((part) => `    ${part}`),
  ]);
  return todos.length > 0
    ? [`Next: read ${paint("cyan", lessonOf(step))}, do this, then ${check}`, ...todos.flat()]
    : [`Next: mend ${paint("cyan", `steps/${step.id}`)}, then ${check}`];
}
