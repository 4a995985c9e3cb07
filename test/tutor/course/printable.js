// Text from anywhere, as a terminal may get it. Plain JavaScript, as tools/run.js is, which says what is wrong before
// anything else is loaded.

/** @type {(text: string) => string} `text`, in which nothing is left that could control a terminal, or disguise what it says. */
export function printable(text) {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (control) => `\\u{${Number(control.codePointAt(0)).toString(16)}}`,
  );
}
