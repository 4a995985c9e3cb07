// Pieces of the lesson on a terminal.
import { wrap } from "./terminal.ts";

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
