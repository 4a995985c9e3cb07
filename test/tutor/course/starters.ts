// How the files of the steps were before the learner touched them: starters.json, from file name to content.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { shortName, steps, type Step } from "./course.ts";
import { problemWith } from "./readable.ts";

export const startersFile = new URL("starters.json", import.meta.url);

/** The text of `program`, with the same line ends on every system. */
export function contentOf(program: string): string {
  return readFileSync(program, "utf8").replaceAll("\r\n", "\n");
}

/** The files of the steps as they are now. */
export function currentStarters(): { [file: string]: string } {
  const programs = steps.flatMap((step) => Object.values(step.programs));
  return Object.fromEntries(programs.map((program) => [shortName(program), contentOf(program)]));
}

/** The files of the steps as they were handed out. */
export function originalStarters(): { [file: string]: string } {
  return JSON.parse(readFileSync(startersFile, "utf8")) as { [file: string]: string };
}

/** Whether both programs of `step` are as they were handed out. */
export function isUntouched(step: Step): boolean {
  const original = originalStarters();
  return Object.values(step.programs).every((program) => {
    // A file that cannot be read has been touched.
    return problemWith(program) === undefined && contentOf(program) === original[shortName(program)];
  });
}

/**
 * Puts the files of `step` back as they were handed out. What the learner has written stays beside them, under another
 * name. Gives the names of these files.
 */
export function reset(step: Step): string[] {
  const original = originalStarters();
  const kept: string[] = [];
  for (const program of Object.values(step.programs)) {
    const starter = original[shortName(program)]!;
    const problem = problemWith(program);
    if (problem === undefined && contentOf(program) === starter) continue;
    if (problem !== "missing-file") {
      const copy = unusedName(program);
      renameSync(program, copy);
      kept.push(shortName(copy));
    }
    mkdirSync(path.dirname(program), { recursive: true });
    writeFileSync(program, starter);
  }
  return kept;
}

/** A name beside `program` that no file has. It does not end in .ts: nobody checks or runs it. */
function unusedName(program: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${program}.mine-${number}`;
    if (!existsSync(name)) return name;
  }
}
