// npm run hint N, npm run answer N and npm run reset N: what npm run watch has keys for.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, type Step } from "../test/tutor/course/course.ts";
import { hintsOf } from "../test/tutor/course/lesson.ts";
import { reset } from "../test/tutor/course/starters.ts";
import { linesOf } from "../test/tutor/tell/markdown.ts";
import { terminalOf, type Terminal } from "../test/tutor/tell/terminal.ts";
import { words } from "../test/tutor/tell/words.ts";
import { expectNoMore, stepNamed } from "./arguments.ts";
import { showAnswer } from "./screen.ts";

/** How many hints of which step have been given is written down where tools keep such things. */
const NOTES = path.join(root, "node_modules/.cache/echo-from-scratch/hints.json");

export type Aid = "hint" | "answer" | "reset";

/** Gives one more hint for a step, shows its answer beside the learner's files, or puts these back. */
export function main([name, ...rest]: string[], command: Aid): number {
  if (name === undefined) throw new Error(words.needsStep(words.usage[command]));
  expectNoMore(rest, words.usage[command]);
  const step = stepNamed(name);
  const terminal = terminalOf(process.stdout);
  const lines = {
    hint: () => nextHint(step, terminal),
    answer: () => showAnswer(step, terminal),
    reset: () => putBack(step),
  };
  console.log(lines[command]().join("\n"));
  return 0;
}

function readNotes(): { [step: string]: number } {
  try {
    return JSON.parse(readFileSync(NOTES, "utf8")) as { [step: string]: number };
  } catch {
    return {}; // None was given yet.
  }
}

function noteHints(step: Step, count: number): void {
  mkdirSync(path.dirname(NOTES), { recursive: true });
  writeFileSync(NOTES, JSON.stringify({ ...readNotes(), [step.id]: count }));
}

/** The hint after the one that was given last; after the last one, the first again. */
function nextHint(step: Step, { paint, columns }: Terminal): string[] {
  const hints = hintsOf(step, words.lesson);
  const index = (readNotes()[step.id] ?? 0) % hints.length;
  const { title, text } = hints[index]!;
  noteHints(step, index + 1);
  return [
    paint("yellow", title),
    "",
    ...linesOf(text, columns),
    index + 1 < hints.length ? words.oneMoreHint(step.number) : words.thoseWereAll(step.number),
  ];
}

function putBack(step: Step): string[] {
  const kept = reset(step);
  noteHints(step, 0);
  return [kept.length === 0 ? words.nothingToReset : words.kept(kept.join(", "))];
}
