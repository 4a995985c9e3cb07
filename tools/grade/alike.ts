// Finds programs of different students that are the same but for names, types, comments and white space.
import { readFileSync } from "node:fs";
import path from "node:path";
import { originalStarters } from "../../test/tutor/course/starters.ts";
import { esbuild } from "../../test/tutor/run/plain.ts";
import type { Student } from "./students.ts";
import { PROGRAMS, type HandIn } from "./take.ts";

/** What is shorter than this, in characters, is the same by chance. */
const SHORTEST = 300;

/** Students with programs that are the same. */
export interface Alike {
  readonly students: readonly string[];
  readonly programs: readonly string[];
}

/** What students have in common that is not as the course in `folder` hands it out, as a starter or an answer. */
export async function alikeIn(
  handIns: readonly { readonly student: Student; readonly handIn: HandIn }[],
  folder: string,
): Promise<Alike[]> {
  const solution = PROGRAMS.map((name) => readFileSync(path.join(folder, "solution", name), "utf8"));
  const handedOut = await Promise.all([...Object.values(originalStarters()), ...solution].map(essence));
  /** The names of the students, by the program and its essence. */
  const found = new Map<string, { readonly program: string; readonly names: string[] }>();
  for (const { student, handIn } of handIns)
    for (const [program, content] of handIn.programs) {
      const text = await essence(content.toString("utf8"));
      if (text.length < SHORTEST || handedOut.includes(text)) continue;
      const entry = found.get(program + text) ?? { program, names: [] };
      entry.names.push(student.name);
      found.set(program + text, entry);
    }
  const groups = new Map<string, { readonly students: readonly string[]; readonly programs: string[] }>();
  for (const { program, names } of found.values()) {
    if (names.length < 2) continue;
    const key = JSON.stringify(names);
    const group = groups.get(key) ?? { students: names, programs: [] };
    group.programs.push(program);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const TEXT = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/;
const REGULAR = /(?<=[(,=:[!&|?{};])\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+\/\w*/;
/** What follows a dot is the name of something that others have named. */
const NAME = /(?<![.\w$])[A-Za-z_$][\w$]*/;
const TOKENS = new RegExp(`(${TEXT.source}|${REGULAR.source})|${NAME.source}`, "g");

/** What is left of a program without its types, comments and white space, and with names that count from 0. */
async function essence(text: string): Promise<string> {
  const options = { loader: "ts", format: "esm", minifyWhitespace: true, legalComments: "none" };
  // Names in a template are easier to tell from text where there are no templates.
  const supported = { "template-literal": false };
  const { code } = await esbuild()
    .transform(text, { ...options, supported, logLevel: "silent" })
    .catch(() => ({ code: text.replace(/\s+/g, " ") })); // It is no TypeScript.
  const names = new Map<string, string>();
  return code.replace(TOKENS, (token, literal?: string) => {
    if (literal !== undefined) return literal;
    if (!names.has(token)) names.set(token, `n${names.size}`);
    return names.get(token)!;
  });
}
