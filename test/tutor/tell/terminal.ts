// What the terminal can show: colours, characters beyond ASCII, and how many columns.
import path from "node:path";
import type { WriteStream } from "node:tty";
import { pathToFileURL } from "node:url";
import { styleText } from "node:util";
import { root } from "../course/course.ts";

type Style = Parameters<typeof styleText>[0];

export interface Terminal {
  readonly columns: number;
  /** `text` in a style where colours are wanted, else unchanged. */
  paint(style: Style, text: string): string;
  /** A place in a file, such as steps/05-echo/echo_server.ts:22, in its colour, and as a link where that can be. */
  place(text: string): string;
  /** The first of the two where it can be shown, else the second, which is plain ASCII. */
  sign(unicode: string, ascii: string): string;
}

/** No wider than this even in a wide terminal: long lines are hard to read. */
const WIDEST = 100;

/** Text for a place of which nothing is known: a file, a report. */
export const plain: Terminal = {
  columns: 80,
  paint: (_, text) => text,
  place: (text) => text,
  sign: (unicode) => unicode,
};

/** Whether what is shown on `stream` can be erased again. */
export function canErase(stream: WriteStream, { TERM } = process.env): boolean {
  return stream.isTTY && TERM !== "dumb";
}

/** What `stream` can show. NO_COLOR and FORCE_COLOR decide for or against colours, as in other programs. */
export function terminalOf(stream: WriteStream, env = process.env): Terminal {
  const forced = env["FORCE_COLOR"];
  const colours =
    forced !== undefined ? /^(|1|2|3|true)$/.test(forced) : Boolean(stream.isTTY && stream.hasColors(env));
  const unicode = showsUnicode(env);
  const links = stream.isTTY && showsLinks(env);
  const paint: Terminal["paint"] = (style, text) => (colours ? styleText(style, text) : text);
  return {
    columns: Math.min(stream.columns || plain.columns, WIDEST),
    paint,
    place: (text) => paint("cyan", links ? link(text) : text),
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

/** Whether links can be shown (OSC 8). Visual Studio Code makes links of places itself, and they lead to the line. */
function showsLinks({
  TERM,
  TERM_PROGRAM,
  VTE_VERSION,
  WT_SESSION,
  KITTY_WINDOW_ID,
}: NodeJS.ProcessEnv): boolean {
  if (TERM === "dumb" || TERM_PROGRAM === "vscode") return false;
  if (WT_SESSION !== undefined || KITTY_WINDOW_ID !== undefined) return true;
  return Number(VTE_VERSION) >= 5000 || /^(iTerm\.app|WezTerm|ghostty|Hyper|Tabby)$/.test(TERM_PROGRAM ?? "");
}

/** `text`, which begins with the name of a file of the course, as a link to that file. */
function link(text: string): string {
  const [file = ""] = text.split(/[:#]/);
  return `\x1b]8;;${pathToFileURL(path.join(root, file)).href}\x1b\\${text}\x1b]8;;\x1b\\`;
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

/** What sets a colour or begins and ends a link: it takes no column. */
const UNSEEN = /\x1b\[[\d;]*m|\x1b\]8;;.*?\x1b\\/g;

/** `line` in lines of at most `width` characters, which begin as far to the right as it does. */
export function wrapLine(line: string, width: number): string[] {
  if (line.replace(UNSEEN, "").length <= width) return [line];
  const [indent = ""] = /^ */.exec(line) ?? [];
  return wrap(line.slice(indent.length), width - indent.length).map((text) => indent + text);
}

/** `text` in lines of at most `width` characters, broken between words. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    const seen = `${line} ${word}`.replace(UNSEEN, "");
    if (line !== undefined && seen.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
