// What `npm test` shows: the progress over all steps, or one step with all its checks.
import { shortName, steps, todosOf, twoDigits, type Side, type Step } from "../test/tutor/course/course.ts";
import { explain, lessonOf, tell } from "../test/tutor/tell/explain.ts";
import type { Mistake } from "../test/tutor/judge/mistake.ts";
import { partsOf } from "../test/tutor/course/lesson.ts";
import { printable } from "../test/tutor/course/printable.js";
import { isUntouched } from "../test/tutor/course/starters.ts";
import { canErase, cut, terminalOf, wrap, type Terminal } from "../test/tutor/tell/terminal.ts";
import {
  longRunning,
  type Findings,
  type Result,
  type State,
  type Verdict,
} from "../test/tutor/judge/verdict.ts";
import { words } from "../test/tutor/tell/words.ts";
import { grouped } from "./grouped.ts";

const BAR = 28;
/** How many remarks there are at most. */
const REMARKS = 2;
/** From how many milliseconds on it is said what a check is doing. */
export const SLOW = 2_000;

const looks = {
  done: { unicode: "✔", ascii: "+", style: "green" },
  "to do": { unicode: "·", ascii: ".", style: "dim" },
  failing: { unicode: "✘", ascii: "x", style: "red" },
} as const satisfies { [state in State]: unknown };

function isWrong(result: Result): result is Wrong {
  return result.mistake !== undefined;
}

/** Shows `text` on a terminal, until `task` is done: nobody should think that the program hangs. */
export async function whileSaying<Outcome>(text: string, task: () => Promise<Outcome>): Promise<Outcome> {
  if (!canErase(process.stdout)) return task();
  const { sign, columns } = terminalOf(process.stdout);
  const show = (line: string) => process.stdout.write(`\r\x1b[K${cut(line, columns - 1, sign("…", "~"))}`);
  show(sign(text, text.replace("…", "...")));
  const timer = setInterval(() => {
    const name = longRunning(SLOW);
    if (name !== undefined) show(`${sign(text, text.replace("…", "..."))} ${words.sentence(name)}`);
  }, SLOW / 4);
  try {
    return await task();
  } finally {
    clearInterval(timer);
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
  const groups = sameCauses(wrong);
  const explained = groups.flatMap(([first, ...others]) => [
    explain(verdict.step, first, terminal),
    ...others.map((other) => `  ${alsoFails(verdict.step, other, terminal)}`),
    "",
  ]);
  const first = groups.length > 1 ? [words.beginWithFirst(wrong.length)] : [];
  const lines = checkLines(verdict, terminal);
  return ["", ...lines, "", ...explained, ...first, ...next(verdict, terminal), ""].join("\n");
}

type Wrong = Result & { mistake: Mistake };

/** What is wrong, with those together that have the same cause at the same place: it is told once. */
function sameCauses(results: readonly Wrong[]): (readonly [Wrong, ...Wrong[]])[] {
  return grouped(results, ({ mistake: { name, program, line, facts } }) => {
    // The same words may name other ports and addresses each time.
    const place = line ?? facts.detail?.replace(/\d+/g, "");
    return [name, program?.side, place].join();
  });
}

/** A line for each cause, as compilers print it: an editor reads the file, the line and the first sentence from it. */
export function problemLines({ step, results }: Verdict): string[] {
  return sameCauses(results.filter(isWrong)).map(([first]) => {
    const { place, paragraphs } = tell(step, first);
    const [sentence] = /^.+?[.?!](?=\s+\p{Lu})|^.+$/su.exec(paragraphs[0] ?? "") ?? [""];
    return `${place}: ${sentence}`;
  });
}

/** One line for a check that fails for a reason that was told. */
function alsoFails(step: Step, result: Wrong, { paint, sign, columns }: Terminal): string {
  // What both programs should do may be told with a mistake that another check has found.
  const asked = result.needsBoth ? undefined : result.mistake.asked;
  const { number, name } = { number: asked?.step ?? step.number, name: asked?.name ?? result.name };
  const text = `${sign("✘", "x")} ${twoDigits(number)} ${sign("·", "-")} ${words.sentence(name)}`;
  const room = columns - words.sameCause.length - 3;
  return `${paint("red", cut(text, room, sign("…", "~")))} ${words.sameCause}`;
}

/** What a step is. */
export function titleLine(verdict: Findings | Verdict, terminal: Terminal): string {
  const { step } = verdict;
  if (!("state" in verdict)) return checkingLine(step, terminal);
  return terminal.paint("bold", `${nameOf(step)}: ${words.states[verdict.state]}`);
}

/** The number and the title of a step. */
function nameOf({ number, title }: Step): string {
  return `${twoDigits(number)} ${words.title(title)}`;
}

/** What a step is, and which of its checks pass; of a verdict that is not complete, those that are known. */
export function checkLines(verdict: Findings | Verdict, terminal: Terminal): string[] {
  const { results } = verdict;
  const line = (isRight: boolean, text: string) => {
    const { unicode, ascii, style } = looks[isRight ? "done" : "failing"];
    return `  ${terminal.paint(style, terminal.sign(unicode, ascii))} ${text}`;
  };
  const own = results.filter(({ isEarlier }) => !isEarlier);
  const earlier = results.filter(({ isEarlier }) => isEarlier);
  return [
    titleLine(verdict, terminal),
    ...own.map(({ name, mistake }) => line(mistake === undefined, words.sentence(name))),
    ...(earlier.length > 0 ? [line(!earlier.some(isWrong), words.earlier(earlier.length))] : []),
  ];
}

/** That `step` is being checked, and what a check is doing that takes long. */
export function checkingLine(step: Step, { paint, sign, columns }: Terminal): string {
  const name = longRunning(SLOW);
  const title = nameOf(step);
  const rest = `: ${words.checking} ${sign("…", "...")}${name === undefined ? "" : ` ${words.sentence(name)}`}`;
  return paint("bold", title) + cut(rest, columns - 1 - title.length, sign("…", "~"));
}

/** What is wrong with a step that the learner has begun, the program that was `saved` first. */
function wrongOnes({ step, results }: Findings, saved: Side | undefined): Wrong[] {
  const wrong = isUntouched(step) ? [] : results.filter(isWrong);
  const isSaved = ({ mistake }: Wrong) => mistake.program?.side === saved;
  return [...wrong.filter(isSaved), ...wrong.filter((result) => !isSaved(result))];
}

/** The first mistake of those. */
export function firstMistake(findings: Findings, saved: Side | undefined): Mistake | undefined {
  return wrongOnes(findings, saved)[0]?.mistake;
}

/** The first thing that is wrong, with what happened if `isDrawn`. */
export function firstWrong(
  findings: Findings,
  terminal: Terminal,
  saved: Side | undefined,
  isDrawn: boolean,
): string[] {
  const [first, ...others] = wrongOnes(findings, saved);
  if (first === undefined) return [];
  const more = others.length > 0 ? [words.thisIsFirst(1 + others.length), ""] : [];
  return [explain(findings.step, first, terminal, isDrawn), "", ...more];
}

function stepLine(step: Step, state: State, isCurrent: boolean, { paint, sign }: Terminal): string {
  const { unicode, ascii, style } = looks[state];
  const name = nameOf(step).padEnd(26);
  const here = isCurrent ? paint("cyan", ` ${sign("◀", "<")} ${words.youAreHere}`) : "";
  const text = `${sign(unicode, ascii)} ${isCurrent ? paint("bold", name) : name} ${words.states[state]}`;
  return `  ${paint(style, text)}${here}`;
}

/** How many of all steps are done, as a bar. */
export function bar(done: number, all: number, { paint, sign }: Terminal): string {
  const filled = Math.round((done / all) * BAR);
  const [full, empty] = [sign("█", "#"), sign("░", "-")];
  return `${paint("green", full.repeat(filled))}${empty.repeat(BAR - filled)}  ${words.stepsDone(done, all)}`;
}

/** What those read who have done all steps. */
export function congratulate({ columns, place }: Terminal): string[] {
  return [...wrap(words.congratulation, columns), "", words.goOnAt(place(words.lessonEnd))];
}

/** What is wrong with the current step, whose checks run once it is begun, and what to do next. */
function goOn(current: Verdict, terminal: Terminal): string[] {
  const wrong = current.results.find(isWrong);
  return [...(wrong ? [explain(current.step, wrong, terminal), ""] : []), ...next(current, terminal)];
}

/** What to do next, with the places in the files. `check` says how to have it checked. */
export function next(
  verdict: Verdict,
  terminal: Terminal,
  check = words.checkIt(verdict.step.number),
): string[] {
  const { step, state } = verdict;
  const { place, columns } = terminal;
  if (state === "done") {
    const following = steps[steps.indexOf(step) + 1];
    return [
      ...whatElse(verdict, terminal),
      following === undefined
        ? words.lastStep(step.number)
        : words.nextStep(following.number, words.title(following.title), place(lessonOf(following))),
    ];
  }
  const todos = todosOf(step).map(({ file, line, text }) => [
    `  ${place(`${shortName(file)}:${line}`)}`,
    ...wrap(words.todo(printable(text)), columns - 8).map((part) => `    ${part}`),
  ]);
  if (todos.length === 0) return [words.mend(place(`steps/${step.id}`), check)];
  // Some of it may be written, and only its mark is left.
  const begun = isUntouched(step) ? [] : [words.deleteMarks];
  return [words.readAndDo(place(lessonOf(step)), check), ...todos.flat(), ...begun];
}

/** What there is to see of a step that is done, before the next one. */
export function whatElse({ step, results }: Verdict, terminal: Terminal): string[] {
  const { columns, paint, place } = terminal;
  const remarks = new Map(
    results.flatMap((result) => result.remarks ?? []).map((remark) => [remark.name, remark]),
  );
  return [
    ...[...remarks.values()]
      .slice(0, REMARKS)
      .flatMap((remark) => [
        ...wrap(words.remarks[remark.name], columns - 2).map((line) => paint("yellow", line)),
        `  ${place(remark.place)}`,
        "",
      ]),
    words.compare(step.number),
    ...partsOf(step, words.lesson, words.afterwards).map(
      ({ title, anchor }) => `${title}: ${place(`${words.lesson}#${anchor}`)}`,
    ),
    "",
  ];
}
