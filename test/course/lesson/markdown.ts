// The pages of the course as data: headings, code blocks, links. Each knows its line, so that a test can name it.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../tutor/course/course.ts";

export interface Heading {
  readonly level: number;
  readonly text: string;
  /** What a link to it ends in, as GitHub makes it. */
  readonly anchor: string;
  readonly line: number;
}

/** A fenced block: what stands between two lines of three backticks. */
export interface Block {
  /** What stands behind the first three backticks. Readers only see the colours of its first word. */
  readonly info: string;
  readonly text: string;
  /** The line of the first three backticks. */
  readonly line: number;
  /** The last headings of levels 2 and 3 above it, or "". */
  readonly section: string;
  readonly part: string;
}

export interface Link {
  readonly text: string;
  /** Where it leads, or the name of a definition that says so. */
  readonly target: string;
  readonly kind: "inline" | "reference" | "definition";
  readonly line: number;
}

export interface Page {
  /** Its name, relative to the course. */
  readonly file: string;
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  /** Everything that a link to this page can end in: of headings, and of `<a id="…">`. */
  readonly anchors: readonly string[];
  /** The lines of text; those of blocks are empty. */
  readonly prose: readonly string[];
}

/** A message that says which line is to be changed. */
export function at({ file }: Pick<Page, "file">, line: number, message: string): string {
  return `${file}:${line}: ${message}`;
}

/** Reads one page of the course. */
export function readPage(file: string): Page {
  return parsePage(file, readFileSync(path.join(root, file), "utf8"));
}

/** The page `name`.md, and its translations. */
export function inAllLanguages(name: string): Page[] {
  const translations = readdirSync(root).filter((file) => new RegExp(`^${name}\\.\\w+\\.md$`).test(file));
  return [`${name}.md`, ...translations].map(readPage);
}

/** Takes the text of a page apart. */
export function parsePage(file: string, text: string): Page {
  const headings: Heading[] = [];
  const blocks: Block[] = [];
  const prose: string[] = [];
  const lines = text.split(/\r?\n/);
  let open: { info: string; line: number; lines: string[] } | undefined;
  let [section, part] = ["", ""];

  lines.forEach((content, index) => {
    const fence = /^```(.*)$/.exec(content);
    if (open !== undefined) {
      if (fence?.[1] === "") {
        blocks.push({ info: open.info, text: open.lines.join("\n"), line: open.line, section, part });
        open = undefined;
      } else open.lines.push(content);
    } else if (fence !== null) open = { info: fence[1]!, line: index + 1, lines: [] };
    const isProse = open === undefined && fence === null;
    prose.push(isProse ? content : "");
    const [, signs, title] = (isProse && /^(#{1,6}) (.*)$/.exec(content)) || [];
    if (signs === undefined) return;
    headings.push({ level: signs.length, text: title!, anchor: anchorOf(title!, headings), line: index + 1 });
    if (signs.length === 2) [section, part] = [title!, ""];
    if (signs.length === 3) part = title!;
  });
  if (open !== undefined) throw new Error(at({ file }, open.line, "this block has no end"));

  const named = [...prose.join("\n").matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id]) => id!);
  const anchors = [...headings.map(({ anchor }) => anchor), ...named];
  return { file, headings, blocks, links: linksIn(prose), anchors, prose };
}

/** GitHub's rule: lower case, no punctuation, hyphens for spaces; of equal ones, the later are numbered. */
function anchorOf(title: string, earlier: readonly Heading[]): string {
  const anchor = title
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
  const same = earlier.filter((heading) => heading.anchor.replace(/-\d+$/, "") === anchor).length;
  return same === 0 ? anchor : `${anchor}-${same}`;
}

/** The code in the text of a page, as `npm test`, from the first to the last. */
export function inlineCode({ prose }: Pick<Page, "prose">): { code: string; line: number }[] {
  const text = prose.join("\n");
  return [...text.matchAll(CODE)].map((match) => ({
    code: match[2]!.replaceAll("\n", " "),
    line: lineAt(text, match.index),
  }));
}

/** Code between backticks, on one line or two. */
const CODE = /(?<!`)(`+)(?!`)((?:(?!\n\n)[\s\S])*?[^`])\1(?!`)/g;

function linksIn(prose: readonly string[]): Link[] {
  // Brackets in code are no links. What takes its place is as long, so that lines remain what they are.
  const text = prose.join("\n").replace(CODE, (code) => code.replace(/[^\n]/g, "x"));
  const found = (kind: Link["kind"], pattern: RegExp): Link[] =>
    [...text.matchAll(pattern)].map((match) => ({
      kind,
      text: match[1]!.replaceAll("\n", " "),
      target: match[2]!.replaceAll("\n", " "),
      line: lineAt(text, match.index),
    }));
  return [
    ...found("inline", /\[([^\]]*)\]\(([^)\s]*)\)/g),
    ...found("reference", /\[([^\]]+)\]\[([^\]]+)\]/g),
    ...found("definition", /^\[([^\]]+)\]: (\S+)$/gm),
  ];
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
