// What the terminal can show: colours, characters beyond ASCII, and how many columns.
import type { WriteStream } from "node:tty";
import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

export interface Terminal {
  readonly columns: number;
  /** `text` in a style where colours are wanted, else unchanged. */
  paint(style: Style, text: string): string;
  /** The first of the two where it can be shown, else the second, which is plain ASCII. */
  sign(unicode: string, ascii: string): string;
}

/** No wider than this even in a wide terminal: long lines are hard to read. */
const WIDEST = 100;

/** Text for a place of which nothing is known: a file, a report. */
export const plain: Terminal = { columns: 80, paint: (_, text) => text, sign: (unicode) => unicode };

/** What `stream` can show. NO_COLOR and FORCE_COLOR decide for or against colours, as in other programs. */
export function terminalOf(stream: WriteStream, env = process.env): Terminal {
  const forced = env["FORCE_COLOR"];
  const colours = forced !== undefined ? forced !== "0" : Boolean(stream.isTTY && stream.hasColors(env));
  const unicode = showsUnicode(env);
  return {
    columns: Math.min(stream.columns || plain.columns, WIDEST),
    paint: (style, text) => (colours ? styleText(style, text) : text),
    sign: (withUnicode, ascii) => (unicode ? withUnicode : ascii),
  };
}

function showsUnicode(env: NodeJS.ProcessEnv): boolean {
  const { TERM, WT_SESSION, TERM_PROGRAM } = env;
  if (TERM === "linux" || TERM === "dumb") return false;
  // The font of the old Windows console lacks most signs; Windows Terminal and the editors' terminals have them. Umlauts
  // are right in any: Node hands a console UTF-16, whatever its code page (chcp).
  if (process.platform === "win32") return Boolean(WT_SESSION ?? TERM_PROGRAM ?? TERM);
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"];
  return !locale || /utf-?8/i.test(locale);
}

/** Characters that take two columns: those of East Asia, and most pictures. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]|\p{Emoji_Presentation}/u;

/** How many columns `text` takes. */
export function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

/** `text` in at most `width` columns, with `sign` at its end when it had to be cut. */
export function cut(text: string, width: number, sign: string): string {
  if (widthOf(text) <= width) return text;
  let short = "";
  for (const character of text) {
    if (widthOf(short + character + sign) > width) break;
    short += character;
  }
  return short + sign;
}

/** `text` in lines of at most `width` characters, broken between words. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
