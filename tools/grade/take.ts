// What is taken of a hand-in: the two programs of each step, and nothing that is a link, no file, or too large.
import { createHash } from "node:crypto";
import { lstatSync, readFileSync, type Stats } from "node:fs";
import path from "node:path";
import { solution } from "../../test/tutor/course/course.ts";
import { LARGEST } from "../../test/tutor/course/readable.ts";
import { words } from "../../test/tutor/tell/words.ts";
import { plainly } from "./plainly.ts";

/** The names of what is taken of every step. */
export const PROGRAMS = Object.values(solution).map((file) => path.basename(file));

export interface HandIn {
  /** The content of each program, by its name relative to the course. Nothing is read later: nobody can change it. */
  readonly programs: ReadonlyMap<string, Buffer>;
  /** What is there in the place of a program and was not taken, with the reason as a sentence. */
  readonly refused: ReadonlyMap<string, string>;
  /** The same for the same programs. */
  readonly fingerprint: string;
}

/** Takes the programs of the steps `ids` out of `folder`. What is missing there is missing in what it gives. */
export function take(folder: string, ids: readonly string[]): HandIn {
  const programs = new Map<string, Buffer>();
  const refused = new Map<string, string>();
  for (const id of ids)
    for (const name of PROGRAMS) {
      const program = `steps/${id}/${name}`;
      const taken = takeOne(folder, program);
      if (typeof taken === "string") refused.set(program, taken);
      else if (taken !== undefined) programs.set(program, taken);
    }
  const hash = createHash("sha256");
  for (const [name, content] of [...programs, ...refused])
    hash.update(`${name} ${content.length}\n`).update(content);
  return { programs, refused, fingerprint: hash.digest("hex") };
}

/** The content of `program`, or why it is not taken, or undefined when it is not there. */
function takeOne(folder: string, program: string): Buffer | string | undefined {
  const names = program.split("/");
  try {
    for (const count of names.keys()) {
      const part = names.slice(0, count + 1).join("/");
      const stats = lstatSync(path.join(folder, part));
      const problem = problemWith(part, stats, part === program);
      if (problem !== undefined) return problem;
    }
    return readFileSync(path.join(folder, program));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? undefined : words.grading.unreadable(program, plainly(message));
  }
}

function problemWith(part: string, stats: Stats, isProgram: boolean): string | undefined {
  if (stats.isSymbolicLink()) return words.grading.isLink(part);
  if (isProgram ? !stats.isFile() : !stats.isDirectory()) return words.grading.isNoFile(part);
  return isProgram && stats.size > LARGEST ? words.grading.isTooLarge(part, LARGEST / 1024) : undefined;
}
