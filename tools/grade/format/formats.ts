// The forms that a score can have, by the names that --format knows them by.
import { readFileSync } from "node:fs";
import { words } from "../../../test/tutor/tell/words.ts";
import { SCHEMA, type Score } from "../score.ts";
import { classroom50 } from "./classroom50.ts";
import { codequality } from "./codequality.ts";
import { github } from "./github.ts";
import { gradescope } from "./gradescope.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";

type Format = (score: Score) => string;

const FORMATS = new Map<string, Format>(
  Object.entries({ json, markdown, github, junit, codequality, gradescope, classroom50 }),
);

/** The form with that `name`: JSON without one. Throws when there is none. */
export function formatNamed(name = "json"): Format {
  const format = FORMATS.get(name);
  if (format === undefined) throw new Error(words.grading.noFormat(name, [...FORMATS.keys()].join(", ")));
  return format;
}

/** The score that `npm run grade` has printed into `file`. Throws when there is none of this version. */
export function readScore(file: string): Score {
  try {
    const score = JSON.parse(readFileSync(file, "utf8")) as Score;
    if (score.schema === SCHEMA) return score;
  } catch {
    // Told below.
  }
  throw new Error(words.grading.noScore(file));
}
