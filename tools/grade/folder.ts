// The folder in which a hand-in is graded: a course of its own, with the student's programs and all else from a clean copy.
import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { remainsOf, removeFolder, temporaryFolder } from "../../test/tutor/run/temporary.ts";
import { SETTINGS } from "./guard.ts";
import { sweep } from "./sweep.ts";
import type { HandIn } from "./take.ts";

/** How the names of these folders begin. */
const PREFIX = "echo-grade-";

/** A clean copy of the course. */
export interface Course {
  readonly folder: string;
  /** The names of the steps' folders. */
  readonly ids: readonly string[];
}

/** Makes the folder, with the course in `course` and room for files in `temporary`. Gives its path, which nobody had before. */
export function layOut({ programs }: HandIn, { folder: clean, ids }: Course): string {
  const folder = temporaryFolder(PREFIX);
  const [copy, temporary] = [path.join(folder, "course"), path.join(folder, "temporary")];
  mkdirSync(temporary);
  // Another user passes through the one, and makes files in the other, but cannot touch those that are there.
  chmodSync(folder, 0o711);
  chmodSync(temporary, 0o1777);
  for (const id of ids) mkdirSync(path.join(copy, "steps", id), { recursive: true });
  for (const [name, content] of programs) writeFileSync(path.join(copy, name), content);
  for (const file of SETTINGS) copyFileSync(path.join(clean, file), path.join(copy, file));
  symlinkSync(path.join(clean, "node_modules"), path.join(copy, "node_modules"), "junction");
  return folder;
}

/** Removes what is left of a command that was killed: its folders, and what students' programs have left running. */
export function removeRemains(): void {
  for (const name of remainsOf(PREFIX)) {
    sweep(name, undefined);
    removeFolder(path.join(tmpdir(), name));
  }
}
