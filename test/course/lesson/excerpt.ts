// Code that the lesson shows, and the programs that it is a part of.
import { readFileSync } from "node:fs";

/** `text` without the indentation that all its lines have. */
function withoutIndentation(text: string): string {
  const lines = text.split("\n");
  const indentations = lines.filter((line) => line !== "").map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indentations))).join("\n");
}

/** Whether neighbouring lines of `file` are those of `excerpt`; all of them may be indented further. */
export function contains(file: string, excerpt: string): boolean {
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  const wanted = withoutIndentation(excerpt);
  const count = wanted.split("\n").length;
  return lines.some((_, from) => withoutIndentation(lines.slice(from, from + count).join("\n")) === wanted);
}
