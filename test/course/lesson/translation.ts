// What a translation of a page has in common with the original.
import { at, inlineCode, type Block, type Page } from "./markdown.ts";
import { readDiagram } from "./mermaid.ts";

/** A part of a page, in a form that does not depend on the language. */
interface Item {
  readonly what: string;
  readonly line: number;
}

type Items = (page: Page) => Item[];

/** What differs between `translation` and `original` and should be the same, with the line to change. */
export function differences(original: Page, translation: Page): string[] {
  const ordered = [headings, blocks, details, tableRows, listItems];
  const unordered = [commands, links, sections];
  return [
    ...ordered.flatMap((itemsOf) => differsFirst(original, translation, itemsOf)),
    ...unordered.flatMap((itemsOf) => lacks(translation, original, itemsOf)),
    ...[commands, links].flatMap((itemsOf) => lacks(original, translation, itemsOf)),
  ];
}

/** The first of two sequences of items that is not the same in both. */
function differsFirst(original: Page, translation: Page, itemsOf: Items): string[] {
  const [expected, actual] = [itemsOf(original), itemsOf(translation)];
  const length = Math.max(expected.length, actual.length);
  const index = Array.from({ length }).findIndex((_, place) => expected[place]?.what !== actual[place]?.what);
  if (index < 0) return [];
  const [there, here] = [expected[index], actual[index]];
  const message = `here is ${here?.what ?? "nothing more"}; ${original.file}:${
    there?.line ?? original.prose.length
  } has ${there?.what ?? "nothing more"}`;
  return [at(translation, here?.line ?? translation.prose.length, message)];
}

/** The items of `other` that `page` does not have anywhere. */
function lacks(page: Page, other: Page, itemsOf: Items): string[] {
  const own = itemsOf(page).map(({ what }) => what);
  return itemsOf(other)
    .filter(({ what }) => !own.includes(what))
    .map(({ what, line }) => at(other, line, `${what} is not in ${page.file}`));
}

function headings({ headings }: Page): Item[] {
  return headings.map(({ level, line }) => ({ what: `a heading of level ${level}`, line }));
}

function blocks(page: Page): Item[] {
  return page.blocks.map((block) => ({ what: contentOf(block), line: block.line }));
}

/**
 * All of a block; of a diagram, what it draws, but not its labels; of what can be seen in a terminal, what is typed: the
 * rest may be told in the reader's language.
 */
function contentOf({ info, text }: Block): string {
  if (info === "text") return `a block of text: ${(text.match(/^[$#] .*$/gm) ?? []).join("\n")}`;
  if (info !== "mermaid") return `a block of ${info}: ${text}`;
  const { participants, arrows } = readDiagram(text);
  return `a diagram of ${participants.join(", ")}: ${arrows.join(", ")}`;
}

/** The lines of text that match `pattern`. */
function linesWith({ prose }: Page, pattern: RegExp, what: string): Item[] {
  return prose.flatMap((text, index) => (pattern.test(text) ? [{ what, line: index + 1 }] : []));
}

/** What is folded away. */
function details(page: Page): Item[] {
  return linesWith(page, /^<details>/, "something folded away");
}

function tableRows(page: Page): Item[] {
  return linesWith(page, /^\|/, "a row of a table");
}

function listItems(page: Page): Item[] {
  return linesWith(page, /^ *(-|\d+\.) /, "an item of a list");
}

function commands(page: Page): Item[] {
  return inlineCode(page)
    .filter(({ code }) => code.startsWith("npm "))
    .map(({ code, line }) => ({ what: `the command ${code}`, line }));
}

/** Where the page links to, pages that are translated aside. */
function links({ links }: Page): Item[] {
  return links
    .filter(({ target }) => !/^(LESSON|TEACHING)(\.\w+)?\.md/.test(target))
    .map(({ target, line }) => ({ what: `a link to ${target}`, line }));
}

/** What the feedback, and other pages, link to: both pages have the same anchors. */
function sections({ anchors, headings }: Page): Item[] {
  const lineOf = (anchor: string) => headings.find((heading) => heading.anchor === anchor)?.line ?? 1;
  const parts = headings.filter(({ level }) => level !== 2).map(({ anchor }) => anchor);
  return anchors
    .filter((anchor) => !parts.includes(anchor))
    .map((anchor) => ({ what: `the anchor ${anchor}`, line: lineOf(anchor) }));
}
