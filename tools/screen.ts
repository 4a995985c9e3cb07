// What npm run watch shows: one step with what is wrong with it, hints, the answer, or the list of all steps.
import { problemWith } from "../test/tutor/course/readable.ts";
import {
  answerTo,
  shortName,
  sides,
  steps,
  todosOf,
  withoutTodos,
  type Side,
  type Step,
} from "../test/tutor/course/course.ts";
import { difference, onlyChanges } from "../test/tutor/course/difference.ts";
import { lessonOf } from "../test/tutor/tell/explain.ts";
import { hintsOf } from "../test/tutor/course/lesson.ts";
import { contentOf, originalStarters } from "../test/tutor/course/starters.ts";
import { linesOf } from "../test/tutor/tell/markdown.ts";
import { wrap, wrapLine, type Terminal } from "../test/tutor/tell/terminal.ts";
import type { Findings, Verdict } from "../test/tutor/judge/verdict.ts";
import { words } from "../test/tutor/tell/words.ts";
import {
  bar,
  checkingLine,
  checkLines,
  congratulate,
  firstWrong,
  next,
  stepLines,
  titleLine,
  whatElse,
} from "./report.ts";

type States = readonly Pick<Verdict, "step" | "state">[];

/** How many lines before and after a difference are shown. */
const AROUND = 2;

/** A verdict in as many lines as there is room for. */
export interface Shown {
  /** The progress and the step, beside other things. */
  readonly brief: string[];
  /** From all that there is to the least that says what is wrong. */
  readonly versions: readonly string[][];
}

/** The progress, and the verdict on `step` as far as it is known, beginning with the program that was `saved` last. */
export function showVerdict(
  step: Step,
  verdict: Findings | Verdict | undefined,
  states: States,
  terminal: Terminal,
  saved: Side | undefined,
): Shown {
  const done = states.filter(({ state }) => state === "done").length;
  const head = ["", bar(done, states.length, terminal), ""];
  if (verdict === undefined) {
    const brief = [...head, checkingLine(step, terminal), ""];
    return { brief, versions: [brief] };
  }
  const title = titleLine(verdict, terminal);
  const wrong = (isDrawn: boolean) => firstWrong(verdict, terminal, saved, isDrawn);
  const then = "state" in verdict ? whatNext(verdict, states, terminal) : [];
  return {
    brief: [...head, title, ""],
    versions: [
      [...head, ...checkLines(verdict, terminal), "", ...wrong(true), ...then],
      [...head, title, "", ...wrong(true), ...then],
      [title, "", ...wrong(false), ...then],
    ],
  };
}

/** The fullest version of what is `shown` that fits into so many `rows`, or the beginning of the shortest. */
export function fit({ versions }: Shown, rows: number, { sign, columns }: Terminal): string[] {
  const all = versions.map((lines) =>
    lines.flatMap((line) => line.split("\n")).flatMap((line) => wrapLine(line, columns)),
  );
  const shortest = all.at(-1)!;
  return all.find((lines) => lines.length <= rows) ?? [...shortest.slice(0, rows - 1), sign("…", "...")];
}

function whatNext(verdict: Verdict, states: States, terminal: Terminal): string[] {
  const { step, state } = verdict;
  if (state !== "done") {
    const files = todosOf(step).length > 0 ? [] : sides.map((side) => `  ${shortName(step.programs[side])}`);
    return [...next(verdict, terminal, words.saveIt), ...files.map((file) => terminal.place(file))];
  }
  if (states.every((each) => each.state === "done")) return congratulate(terminal);
  const following = steps[steps.indexOf(step) + 1];
  if (following === undefined) return wrap(words.othersAreNotDone, terminal.columns);
  const place = terminal.place(lessonOf(following));
  return [
    ...whatElse(verdict, terminal),
    ...wrap(words.pressN(following.number, words.title(following.title)), terminal.columns),
    `  ${place}`,
  ];
}

/** The first `count` hints of the lesson for `step`. */
export function showHints(step: Step, count: number, { paint, columns }: Terminal): string[] {
  const hints = hintsOf(step, words.lesson).slice(0, count);
  const lines = hints.flatMap(({ title, text }) => [paint("yellow", title), "", ...linesOf(text, columns)]);
  const more = count > hints.length ? [words.noMoreHints, ""] : [];
  return [...lines, ...more];
}

/** Whether `line` says what is to do in another step. */
function isTodoOfAnother(step: Step, line: string): boolean {
  const number = /^\s*\/\/ TODO\((\d+)\)/.exec(line)?.[1];
  return number !== undefined && Number(number) !== step.number;
}

/** The text of `file`; nothing where that cannot be read. */
function textOf(file: string): string {
  return problemWith(file) === undefined ? contentOf(file) : "";
}

/** The answer to `step`, whatever the learner has made of the next step, which begins with it. */
function answerOf(step: Step, side: Side): string[] {
  const file = answerTo(step)[side];
  return withoutTodos(originalStarters()[shortName(file)] ?? textOf(file))
    .trimEnd()
    .split("\n");
}

/** The learner's program. Who has copied the answer has also copied what is to do in the next step. */
function ownOf(step: Step, side: Side): string[] {
  const lines = textOf(step.programs[side]).trimEnd().split("\n");
  const own = lines.filter((line) => !isTodoOfAnother(step, line));
  return own.slice(0, 1 + own.findLastIndex((line) => line !== ""));
}

/** What turns the learner's files into the answer. */
export function showAnswer(step: Step, { paint, sign }: Terminal): string[] {
  const lines = sides.flatMap((side) => {
    const changes = onlyChanges(difference(ownOf(step, side), answerOf(step, side)), AROUND);
    if (changes.length === 0) return [];
    return [
      words.yoursAndAnswer(shortName(step.programs[side]), shortName(answerTo(step)[side])),
      "",
      ...changes.map((line) => {
        if (line === undefined) return `  ${sign("⋮", ":")}`;
        const text = `${line.sign} ${line.text}`;
        return line.sign === " " ? text : paint(line.sign === "+" ? "green" : "red", text);
      }),
      "",
    ];
  });
  return lines.length > 0 ? lines : [words.isTheAnswer, ""];
}

/** All steps. */
export function showList(states: States, current: Step, terminal: Terminal): string[] {
  return ["", ...stepLines(states, current, terminal), "", words.goToStep, ""];
}
