// What TypeScript's checker finds wrong in the programs.
import path from "node:path";
import { root, type Programs, type Side } from "../course/course.ts";
import { Mistake } from "./mistake.ts";
import { startTranscript } from "../run/transcript.ts";
import { typecheck } from "./typecheck.js";

export interface TypeError {
  readonly line: number;
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
  const { code, output } = await running;
  const errors = new Map<string, TypeError[]>();
  const pattern = /^(\S.*?)\((\d+),\d+\): error (TS\d+: .*)\r?\n((?: +.*\r?\n)*)/gm;
  for (const [, file, line, message, chain] of output.matchAll(pattern)) {
    const key = path.resolve(root, file!);
    const error = { line: Number(line), message: inOneLine(`${message}\n${chain}`) };
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

/** The first type error in the program of `side`, as a mistake. */
export function typeErrorIn(programs: Programs, side: Side, errors: TypeErrors): Mistake | undefined {
  const [first] = errors.get(programs[side]) ?? [];
  if (first === undefined) return undefined;
  const program = { side, file: programs[side], transcript: startTranscript() };
  return new Mistake("type-error", program, { detail: first.message, line: first.line });
}
