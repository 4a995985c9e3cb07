// A method that is only named, and not called.
import { readFileSync } from "node:fs";
import { Mistake } from "./mistake.ts";
import { hangingWait } from "./waits.ts";
import type { Program } from "../run/program.ts";

/** Methods without a value that anybody needs: who names one wants it to be called. */
const METHODS = "end|close|destroy|resume|listen|connect|write|resetAndDestroy|destroySoon|unref";
const CALLABLE = String.raw`[\w$]+(?:[?!]?\.[\w$]+)*[?!]?\.(?:${METHODS})`;
/** A method that is a statement of its own, or all that an arrow function gives: it is named, and not called. */
const ONLY_NAMED = new RegExp(
  String.raw`^[ \t]*(?:await[ \t]+)?(${CALLABLE})[ \t]*;*[ \t]*(?://.*)?$(?!\s*[(.,)\]?:])|=>[ \t]*(${CALLABLE})[ \t]*[;)]`,
  "m",
);

/** What makes a socket, as a value: it is named, and not called. */
const NOT_MADE = /=[ \t]*((?:net\.)?(?:createServer|Server|Socket))[ \t]*;?[ \t]*(?:\/\/.*)?$/m;

/** The line of `source` in which `text` stands, which is found at `index` or behind it. */
function lineOf(text: string, source: string, index: number): number {
  return source.slice(0, source.indexOf(text, index)).split("\n").length;
}

/** What should make a socket is only named, where none is made. */
export function notMade({ name }: Mistake, program: Program): Mistake | undefined {
  if (name !== "creates-no-socket") return undefined;
  const source = readFileSync(program.file, "utf8");
  const found = NOT_MADE.exec(source);
  if (found === null) return undefined;
  const line = lineOf(found[1]!, source, found.index);
  return new Mistake("not-called", program, { actual: found[1]!, line });
}

/** An Error that is made as a statement of its own, maybe behind a condition. */
const NOT_THROWN = /^[ \t]*(?:else[ \t]+)?(?:if[ \t]*\(.*\)[ \t]*)?\{?[ \t]*(new \w*Error\()/m;

/** An error that is made and not thrown, where the program did not do what it should when something failed. */
export function notThrown({ name }: Mistake, program: Program): Mistake | undefined {
  if (!/error|^reports|^crashed$|^exits-with-failure$/.test(name)) return undefined;
  const source = readFileSync(program.file, "utf8");
  const found = NOT_THROWN.exec(source);
  if (found === null) return undefined;
  const line = lineOf(found[1]!, source, found.index);
  return new Mistake("not-thrown", program, { line });
}

/** A method that is only named, above the line in which the program hangs. */
export function notCalled(program: Program): Mistake | undefined {
  const source = readFileSync(program.file, "utf8");
  const found = ONLY_NAMED.exec(source);
  if (found === null) return undefined;
  const method = found[1] ?? found[2]!;
  const line = lineOf(method, source, found.index);
  const hanging = hangingWait(program.reports());
  if (hanging !== undefined && hanging.event !== "connection" && hanging.line < line) return undefined;
  return new Mistake("not-called", program, { actual: method, line });
}
