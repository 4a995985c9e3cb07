// What learners read of each wrong program, in both languages, as it was when somebody last looked at it:
// told.md in each folder of test/course/programs/mistakes/. A changed sentence, name or place shows in the diff of a commit.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, type Step } from "../../tutor/course/course.ts";
import { tell } from "../../tutor/tell/explain.ts";
import type { Mistake } from "../../tutor/judge/mistake.ts";
import type { Specimen } from "./specimens.ts";
import type { Result } from "../../tutor/judge/verdict.ts";

/** What differs from run to run: ports, and numbers of bytes, but not those that a check or the course chooses. */
const CHANGING = /\b(?!(?:1024|9999|70000|1048576)\b)\d{4,}\b/g;
/** What differs from clone to clone: a program's own name, and how much of it is shown. */
const OWN_NAME = new RegExp(
  `(["„])${JSON.stringify(root.slice(0, 40))
    .slice(1, -1)
    .replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}[^"“]*(["“])`,
  "g",
);

const HEAD =
  "What the authors of these wrong programs read, beside the drawing. Written by: RECORD=1 npx tsx --test test/course/programs/checks.test.ts\n";

function fileOf(step: Step): string {
  return path.join(root, "test/course/programs/mistakes", step.id, "told.md");
}

/** What is told of `specimen`: the name of the mistake, the line to blame, and the words in both languages. */
export function recordOf(
  { name, step, side, programs }: Specimen,
  result: Result & { mistake: Mistake },
): string {
  const { place } = tell(step, result, "en");
  const number = Number(/:(\d+)$/.exec(place)?.[1] ?? 0);
  const code = readFileSync(programs[side], "utf8").split("\n")[number - 1]?.trim();
  const words = (["en", "de"] as const).flatMap((language) => {
    const { requirement, paragraphs } = tell(step, result, language);
    return ["", `*${requirement}*`, ...paragraphs.flatMap((text) => ["", text])];
  });
  const where = code === undefined ? "no line" : `line ${number}: \`${code}\``;
  return [`## ${name}: ${result.mistake.name}`, "", where, ...words, ""]
    .join("\n")
    .replace(CHANGING, "…")
    .replace(OWN_NAME, "$1…$2");
}

/** The records of `step`, by their headings. */
export function recordsOf(step: Step): ReadonlyMap<string, string> {
  const [, ...records] = readFileSync(fileOf(step), "utf8")
    .replaceAll("\r\n", "\n")
    .split(/^(?=## )/m);
  return new Map(records.map((text) => [text.slice(3, text.indexOf(":")), text.replace(/\n+$/, "\n")]));
}

/** Writes down `records`, which are all of `step`, in the order of their names. */
export function writeRecords(step: Step, records: ReadonlyMap<string, string>): void {
  const texts = [...records].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text);
  writeFileSync(fileOf(step), [HEAD, ...texts].join("\n"));
}
