// Text from anywhere, fit to be shown.

/** `text`, in which nothing is left that could control a terminal, or disguise what it says. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (control) => `\\u{${control.codePointAt(0)!.toString(16)}}`,
  );
}

/** The same in quotation marks, with what JSON has its own signs for, such as \n. */
export function harmless(text: string): string {
  return printable(JSON.stringify(text));
}

/** `text` in quotation marks, shortened. */
export function quote(text: string): string {
  return harmless(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
