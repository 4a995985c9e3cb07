// Who is in a class: the folders in which hand-ins are, and how each student is called.
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, realpathSync } from "node:fs";
import path from "node:path";

export interface Student {
  /** The name of the folder in the class. Where there are several hand-ins in one, its name follows. */
  readonly name: string;
  /** Where the steps are. */
  readonly folder: string;
  /** The name of the student's files, without what they end in: safe on every system, and nobody else's. */
  readonly file: string;
}

/** Folders that are no hand-in, whatever is in them. */
const NOBODY = /^(\.git|node_modules|__MACOSX)$/;

export interface Class {
  readonly students: readonly Student[];
  /** The names of folders in which there are no steps. */
  readonly leftOut: readonly string[];
}

/**
 * Everybody in the class `folder`: each folder that holds one of the steps `ids`, or in which there is one that does, as
 * with clones and unzipped archives. `course` itself is nobody.
 */
export function studentsIn(folder: string, ids: readonly string[], course: string): Class {
  const students: Student[] = [];
  const leftOut: string[] = [];
  for (const name of foldersIn(folder)) {
    const place = path.join(folder, name);
    if (realpathSync(place) === course) continue;
    const nested = foldersIn(place).filter((inner) => holdsSteps(path.join(place, inner), ids));
    if (holdsSteps(place, ids)) students.push(studentAt(name, place));
    else if (nested.length === 1) students.push(studentAt(name, path.join(place, nested[0]!)));
    else if (nested.length === 0) leftOut.push(name);
    else students.push(...nested.map((inner) => studentAt(`${name}/${inner}`, path.join(place, inner))));
  }
  return { students: students.sort((one, other) => compare(one.name, other.name)), leftOut };
}

/** By name, as people sort them; the same on every system. */
function compare(one: string, other: string): number {
  return one.localeCompare(other, "en") || (one < other ? -1 : 1);
}

/** The names of the folders in `folder`, in a fixed order. Links are none. */
function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOBODY.test(entry.name))
    .map(({ name }) => name)
    .sort(compare);
}

function holdsSteps(folder: string, ids: readonly string[]): boolean {
  return isFolder(path.join(folder, "steps")) && ids.some((id) => isFolder(path.join(folder, "steps", id)));
}

function isFolder(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function studentAt(name: string, folder: string): Student {
  const plain = name
    .normalize()
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, "-")
    .replace(/^-/, "")
    .slice(0, 60);
  const isItself = plain === name && plain !== "";
  return { name, folder, file: isItself ? name : `${plain}-${hashOf(name)}` };
}

function hashOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 8);
}
