// Text from anywhere, fit to be shown.

/** `text` in quotation marks, with nothing in it that could control a terminal: JSON leaves some such characters. */
export function harmless(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu,
    (control) => `\\u{${control.codePointAt(0)!.toString(16)}}`,
  );
}

/** `text` in quotation marks, shortened. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
