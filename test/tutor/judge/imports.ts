// A program is one file: it is handed in, graded and started alone.
import { readFileSync } from "node:fs";
import type { Programs, Side } from "../course/course.ts";
import { Mistake } from "./mistake.ts";
import { startTranscript } from "../run/transcript.ts";

/** What a program takes from another file: the name of that begins with a dot. */
const OWN_IMPORT = /^(?!\s*(?:\/\/|\*)).*\b(?:from|import|require)\s*\(?\s*["'](\.{1,2}\/[^"']*)["']/;

/** The mistake of the program of `side` if it imports another file of its author's. */
export function ownImport(programs: Programs, side: Side): Mistake | undefined {
  const lines = readFileSync(programs[side], "utf8").split(/\r?\n/);
  const index = lines.findIndex((line) => OWN_IMPORT.test(line));
  if (index < 0) return undefined;
  const program = { side, file: programs[side], transcript: startTranscript() };
  const detail = OWN_IMPORT.exec(lines[index]!)![1]!;
  return new Mistake("imports-own-file", program, { detail, line: index + 1 });
}
