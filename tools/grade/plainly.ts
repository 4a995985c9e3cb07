// Text that students have written, or named their folders with, fit to be shown.
import { printable } from "../../test/tutor/course/printable.js";

/** `text` with everything shown that could control what shows it, but for the ends of its lines. */
export function plainly(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** The same in one line. */
export function inOneLine(text: string): string {
  return plainly(text.replaceAll("\n", " "));
}

/** One line as Markdown that shows it, and nothing else: in a heading, a paragraph or a table. */
export function asMarkdown(text: string): string {
  return inOneLine(text).replace(/[\\`*_{}[\]<>|#!~&]/g, "\\$&");
}
