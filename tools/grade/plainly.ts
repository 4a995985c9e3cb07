// Text that students have written, or named their folders with, fit to be shown.

/** `text` with everything shown that could control what shows it, but for the ends of its lines. */
export function plainly(text: string): string {
  return text.replace(
    /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu,
    (control) => `\\u{${control.codePointAt(0)!.toString(16)}}`,
  );
}

/** The same in one line. */
export function inOneLine(text: string): string {
  return plainly(text.replaceAll("\n", " "));
}

/** One line as Markdown that shows it, and nothing else: in a heading, a paragraph or a table. */
export function asMarkdown(text: string): string {
  return inOneLine(text).replace(/[\\`*_{}[\]<>|#!~&]/g, "\\$&");
}
