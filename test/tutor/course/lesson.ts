// What the lesson holds for the commands: the hints of each step. They are written down nowhere else.
import { readFileSync } from "node:fs";
import { twoDigits, type Step } from "./course.ts";

export interface Hint {
  readonly title: string;
  readonly text: string;
}

/**
 * The hints of `step`, from a nudge to nearly the answer: what the lesson folds away below "Stuck?". `lesson` is the
 * name of its file.
 */
export function hintsOf(step: Step, lesson: string): Hint[] {
  return hintsIn(readFileSync(new URL(`../../../${lesson}`, import.meta.url), "utf8"), step);
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
