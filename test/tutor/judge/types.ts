// What TypeScript's checker finds wrong in the programs.
import { readFileSync } from "node:fs";
import path from "node:path";
import { root, type Programs, type Side } from "../course/course.ts";
import { Mistake } from "./mistake.ts";
import { startTranscript } from "../run/transcript.ts";
import { typecheck } from "./typecheck.js";

export interface TypeError {
  readonly line: number;
  /** Where in the line, from 1, in units of UTF-16. */
  readonly column: number;
  readonly message: string;
}

/** The type errors of each file, by its absolute path. */
export type TypeErrors = ReadonlyMap<string, readonly TypeError[]>;

/** TypeScript's checker does not run. The message is what it printed; tools/run.js says it in words. */
export class CheckerFails extends Error {
  override readonly name = "CheckerFails";
}

/** The type errors that a run of the checker has found. Throws `CheckerFails`. */
export async function findTypeErrors(running = typecheck()): Promise<TypeErrors> {
  const errors = await read(running);
  // Where something does not even parse, the checker tells only that. It tells the rest when it is left out.
  const unparsable = [...errors]
    .filter(([, [first]]) => /^TS1\d{3}:/.test(first!.message))
    .map(([file]) => file);
  if (unparsable.length === 0) return errors;
  return new Map([...(await read(typecheck(unparsable))), ...errors]);
}

async function read(running: ReturnType<typeof typecheck>): Promise<Map<string, TypeError[]>> {
  const { code, output } = await running;
  const errors = new Map<string, TypeError[]>();
  const pattern = /^(\S.*?)\((\d+),(\d+)\): error (TS\d+: .*)\r?\n((?: +.*\r?\n)*)/gm;
  for (const [, file, line, column, message, chain] of output.matchAll(pattern)) {
    const key = path.resolve(root, file!);
    const error = { line: Number(line), column: Number(column), message: inOneLine(`${message}\n${chain}`) };
    errors.set(key, [...(errors.get(key) ?? []), error]);
  }
  if (code !== 0 && errors.size === 0) throw new CheckerFails(output.trim());
  return errors;
}

/** A message may go on in more lines, which lead from the general to the point: the first and the last one say most. */
export function inOneLine(message: string): string {
  const lines = message.trim().split(/\r?\n */);
  return lines.length > 1 ? `${lines[0]} ${lines.at(-1)}` : lines[0]!;
}

/**
 * Characters that look like a quotation mark and are none: a German keyboard has some of them, and pages and word
 * processors put others in the place of what was typed.
 */
export const FOREIGN_QUOTE = /[´‘’‚‛“”„‟«»‹›′″＂＇]/;

/**
 * The end of a text that begins with a right quotation mark and ends with such a character. Line `number` does not parse
 * therefore, as `message` says: where such a text may have many lines, that is a later one.
 */
export function foreignEnd(
  text: string,
  number: number,
  message: string,
): { actual: string; line: number } | undefined {
  const lines = text.split(/\r?\n/);
  const find = (quotes: string, from: number) => {
    const begun = new RegExp(`([${quotes}])(?:(?!\\1).)*(${FOREIGN_QUOTE.source})(?!.*\\1)`);
    for (let line = from; line <= number; line += 1) {
      const actual = begun.exec(lines[line - 1] ?? "")?.[2];
      if (actual !== undefined) return { actual, line };
    }
    return undefined;
  };
  const inLine = /^(TS1002: )?Unterminated string/.test(message) ? find(`"'`, number) : undefined;
  const isOdd = text.split("`").length % 2 === 0;
  return inLine ?? (isOdd ? find("`", 1) : undefined);
}

/** The first type error in the program of `side`, as a mistake. */
export function typeErrorIn(programs: Programs, side: Side, errors: TypeErrors): Mistake | undefined {
  const [first] = errors.get(programs[side]) ?? [];
  if (first === undefined) return undefined;
  const { line, column, message } = first;
  // "Do you need to install type definitions for node?": those are there, unless somebody has changed the settings.
  if (/^TS2591:/.test(message)) return new Mistake("broken-settings", undefined);
  const program = { side, file: programs[side], transcript: startTranscript() };
  const text = readFileSync(programs[side], "utf8");
  const character = text.split(/\r?\n/)[line - 1]?.[column - 1] ?? "";
  if (FOREIGN_QUOTE.test(character))
    return new Mistake("foreign-quotes", program, { actual: character, line });
  const end = /^TS1\d{3}:/.test(message) && foreignEnd(text, line, message);
  if (end) return new Mistake("foreign-quotes", program, end);
  return new Mistake("type-error", program, { detail: message, line });
}
