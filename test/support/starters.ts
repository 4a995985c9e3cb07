// How the files of the steps were before the learner touched them: starters.json, from file name to content.
import { readFileSync } from "node:fs";
import { shortName, steps, type Step } from "./course.ts";

export const startersFile = new URL("starters.json", import.meta.url);

function contentOf(program: string): string {
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
    try {
      return contentOf(program) === original[shortName(program)];
    } catch {
      return false; // A file that cannot be read has been touched.
    }
  });
}
