// What the lesson holds for the commands: the hints of each step. They are written down nowhere else.
import { readFileSync } from "node:fs";
import { twoDigits, type Step } from "./course.ts";
import { wrap } from "./terminal.ts";

const lesson = new URL("../../LESSON.md", import.meta.url);

export interface Hint {
  readonly title: string;
  readonly text: string;
}

/** The hints of `step`, from a nudge to nearly the answer: what the lesson folds away below "Stuck?". */
export function hintsOf(step: Step): Hint[] {
  const sections = readFileSync(lesson, "utf8").replaceAll("\r\n", "\n").split(/^## /m);
  const section = sections.find((text) => text.startsWith(`Step ${twoDigits(step.number)}:`)) ?? "";
  return [...section.matchAll(/<details><summary>(.*?)<\/summary>\n([\s\S]*?)<\/details>/g)].map(
    ([, title, text]) => ({ title: title!, text: text!.trim() }),
  );
}

/** Markdown as lines for a terminal: paragraphs are wrapped, code is indented. */
export function linesOf(markdown: string, columns: number): string[] {
  // Every second part is code.
  const blocks = markdown.split(/^```.*\n?/m).flatMap((part, index) =>
    index % 2 === 1
      ? [
          part
            .trimEnd()
            .split("\n")
            .map((line) => `    ${line}`),
        ]
      : part
          .trim()
          .split(/\n\n+/)
          .map((paragraph) => wrap(paragraph.replaceAll("\n", " "), columns)),
  );
  return blocks.filter((lines) => lines.join("") !== "").flatMap((lines) => [...lines, ""]);
}
