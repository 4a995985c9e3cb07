// What the lesson holds for the commands: the hints of each step. They are written down nowhere else.
import { readFileSync } from "node:fs";
import { twoDigits, type Step } from "./course.ts";
import { wrap } from "../tell/terminal.ts";
import { words } from "../tell/words.ts";

const lesson = new URL(`../../../${words.lesson}`, import.meta.url);

export interface Hint {
  readonly title: string;
  readonly text: string;
}

/** The hints of `step`, from a nudge to nearly the answer: what the lesson folds away below "Stuck?". */
export function hintsOf(step: Step): Hint[] {
  return hintsIn(readFileSync(lesson, "utf8"), step);
}

/** The same, of a lesson in any language: where the heading is not English, the anchor before it has the English name. */
export function hintsIn(markdown: string, { number, id }: Step): Hint[] {
  const text = markdown.replaceAll("\r\n", "\n");
  const start = text.search(new RegExp(`^(<a id="step-${id}"></a>|## Step ${twoDigits(number)}:)`, "m"));
  const [, section = ""] = start < 0 ? [] : text.slice(start).split(/^## /m);
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
