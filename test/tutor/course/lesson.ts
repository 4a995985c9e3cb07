// What the lesson holds for the commands: the hints of each step, which are written down nowhere else, and where its
// parts are.
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
  // The answers to the questions at the end of a step are folded away as well, but have no number.
  return [...section.matchAll(/<details><summary>(\p{L}+ \d: .*?)<\/summary>\n([\s\S]*?)<\/details>/gu)].map(
    ([, title, text]) => ({ title: title!, text: text!.trim() }),
  );
}

/** A part of a section of the lesson, and what leads to it. */
export interface Part {
  readonly title: string;
  readonly anchor: string;
}

/** Those parts of the section of `step` that have one of the `titles`. `lesson` is the name of its file. */
export function partsOf({ number }: Step, lesson: string, titles: readonly string[]): Part[] {
  const text = readFileSync(new URL(`../../../${lesson}`, import.meta.url), "utf8");
  const seen = new Map<string, number>();
  let section = "";
  const parts: Part[] = [];
  for (const [, level, title] of text.matchAll(/^(##+) (.+?)\r?$/gm)) {
    // As GitHub and editors make it: what has been there gets a number.
    const slug = title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, "")
      .replaceAll(" ", "-");
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    if (level === "##") section = title!;
    else if (titles.includes(title!) && new RegExp(`^\\S+ ${twoDigits(number)}:`).test(section))
      parts.push({ title: title!, anchor: times === 0 ? slug : `${slug}-${times}` });
  }
  return parts;
}
