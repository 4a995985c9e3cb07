// Holds the clean copy of the course against itself: the programs that are graded may be able to write there.
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";

/** What says how the programs are run and type-checked. A clean copy's is used. */
export const SETTINGS = ["package.json", "tsconfig.json", "steps/tsconfig.json"];
/** What decides on a score, beside the packages. */
const DECIDING = ["tools", "test/checks", "test/tutor", ...SETTINGS];
/** Here commands note what does not decide, such as the hints that were given. */
const CACHE = path.join("node_modules", ".cache") + path.sep;

/**
 * Looks at every file of the course in `folder` that decides on a score, packages included. Gives a function that tells
 * which of them has been written to since, even if it is as it was by now: the system notes when, and lets nobody
 * set that.
 */
export function guard(folder: string): () => string | undefined {
  const before = timesIn(folder);
  return () => {
    const now = timesIn(folder);
    return [...new Set([...before.keys(), ...now.keys()])].find((file) => before.get(file) !== now.get(file));
  };
}

/** When each file was last changed, with what else the system knows of it. */
function timesIn(folder: string): Map<string, string> {
  return new Map(
    [...DECIDING, "node_modules"]
      .flatMap((part) => filesIn(folder, part))
      .filter((file) => !file.startsWith(CACHE))
      .map((file) => [file, timeOf(folder, file)]),
  );
}

function timeOf(folder: string, file: string): string {
  try {
    const { ino, size, ctimeNs } = lstatSync(path.join(folder, file), { bigint: true });
    return `${ino} ${size} ${ctimeNs}`;
  } catch {
    return "gone";
  }
}

/** The names of all files in `part` of `folder`, or of `part` itself when it is one, in a fixed order. */
function filesIn(folder: string, part: string): string[] {
  try {
    const real = realpathSync(path.join(folder, part)); // A copy may have linked packages.
    const found = readdirSync(real, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.join(part, path.relative(real, path.join(entry.parentPath, entry.name))));
    return found.sort();
  } catch {
    return [part];
  }
}

/** The version of the course in `folder`: the same where the same is checked in the same way. */
export function versionOf(folder: string): string {
  const hash = createHash("sha256").update(`${process.version} ${process.platform}\n`);
  for (const file of DECIDING.flatMap((part) => filesIn(folder, part)))
    hash.update(`${file.replaceAll(path.sep, "/")}\n`).update(readFileSync(path.join(folder, file)));
  return hash.digest("hex");
}
