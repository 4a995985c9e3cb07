// Keeps what was graded in the output folder, one file for each student, so that a second run goes on where the first ended.
import { randomBytes } from "node:crypto";
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { words } from "../../test/tutor/tell/words.ts";
import type { Graded } from "./grader.ts";
import type { Student } from "./students.ts";

/** The form of the files. Those of another are not read. */
const VERSION = 1;

/** What a result is the result of. It is used again only where all of that is the same. */
export interface Origin {
  readonly student: string;
  /** Which programs, and which version of the course has graded them, in which language. */
  readonly programs: string;
  readonly course: string;
  readonly language: string;
}

/** A student with what was graded. */
export interface Entry {
  readonly student: Student;
  readonly graded: Graded;
}

export interface Kept extends Origin, Graded {
  readonly version: number;
  readonly limit: number;
}

/** Makes the folder `out` with its parts. Throws when something is in the way. */
export function makeFolders(out: string): void {
  for (const folder of [out, path.join(out, "results"), path.join(out, "students")])
    try {
      mkdirSync(folder, { recursive: true });
      // A link would lead out of the output folder.
      if (folder !== out && !lstatSync(folder).isDirectory()) throw new Error(words.grading.isLink(folder));
    } catch (error) {
      throw new Error(words.grading.cannotWrite(folder, (error as Error).message));
    }
}

/** Writes `content` to `file`, all of it or nothing: whoever reads it, or kills this process, never finds a half. */
export function write(file: string, content: string): void {
  const temporary = `${file}.${randomBytes(6).toString("hex")}.new`;
  try {
    writeFileSync(temporary, content, { flag: "wx" });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new Error(words.grading.cannotWrite(file, (error as Error).message));
  }
}

/** What was kept of `student`, if it is of the same origin, and nothing is left to be graded in `limit` seconds. */
export function recall(out: string, student: Student, origin: Origin, limit: number): Kept | undefined {
  let kept: Kept;
  try {
    kept = JSON.parse(readFileSync(fileOf(out, student), "utf8")) as Kept;
  } catch {
    return undefined;
  }
  const expected = { version: VERSION, ...origin };
  const isSame = Object.entries(expected).every(([key, value]) => kept[key as keyof Kept] === value);
  const isFinished = !kept.isUnfinished || (kept.isOutOfTime && kept.limit >= limit);
  return isSame && isFinished ? kept : undefined;
}

/** Keeps what was graded of `student`. */
export function keep(out: string, student: Student, origin: Origin, limit: number, graded: Graded): Kept {
  const kept = { version: VERSION, ...origin, limit, ...graded };
  write(fileOf(out, student), `${JSON.stringify(kept, null, 2)}\n`);
  return kept;
}

function fileOf(out: string, { file }: Student): string {
  return path.join(out, "results", `${file}.json`);
}
