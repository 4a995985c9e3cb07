// The course as data: which steps there are, and which files belong to each.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { problemWith } from "./readable.ts";

/** The folder with the learner's work. npm runs every command in the folder of package.json. */
export const root = process.cwd();

/** Which of the two programs. */
export type Side = "server" | "client";

/** Both programs. */
export const sides = ["server", "client"] as const satisfies Side[];

/** The other of the two. */
export function otherSide(side: Side): Side {
  return side === "server" ? "client" : "server";
}

/** The two programs of one folder, as absolute paths. */
export type Programs = Readonly<Record<Side, string>>;

export interface Step {
  readonly number: number;
  /** The name of the folder: "05-echo". */
  readonly id: string;
  /** What the step is about, as words: "echo". */
  readonly title: string;
  /** Where step NN starts; the learner edits these. */
  readonly programs: Programs;
}

/** There is no folder `steps` here. The message is where it should be; tools/run.js says that in words. */
export class NoSteps extends Error {
  override readonly name = "NoSteps";
}

/** The two programs in `folder`, which is relative to the course. */
function programsIn(folder: string): Programs {
  return {
    server: path.join(root, folder, "echo_server.ts"),
    client: path.join(root, folder, "echo_client.ts"),
  };
}

/** The course that this file belongs to: where the checks are. */
const own = fileURLToPath(new URL("../../..", import.meta.url));

/** All steps in their order. Throws `NoSteps`. */
export const steps: readonly Step[] = foldersOfSteps(root, own).map((id) => ({
  number: Number(id.slice(0, 2)),
  id,
  title: id.slice(3).replaceAll("-", " "),
  programs: programsIn(`steps/${id}`),
}));

/**
 * The names of the steps' folders in the folder `course`, in their order: those that the course in the folder `checks`
 * has checks for. A copy of one is none. Throws `NoSteps`.
 */
export function foldersOfSteps(course: string, checks: string): string[] {
  const folder = path.join(course, "steps");
  if (!existsSync(folder)) throw new NoSteps(folder);
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(checks, "test/checks", `${name}.ts`)))
    .sort();
}

export const solution: Programs = programsIn("solution");

/** The programs that answer `step`: where the next step starts, or the solution after the last one. */
export function answerTo(step: Step): Programs {
  return steps[steps.indexOf(step) + 1]?.programs ?? solution;
}

/** The text of a program without the comments that mark gaps. */
export function withoutTodos(text: string): string {
  return text.replace(/^ *\/\/ TODO\(.*\n/gm, "");
}

/** The number of the first of `lines` that looks like `what`, comments and imports aside; 0 without one. */
export function lineOfCode(lines: readonly string[], what: RegExp): number {
  return 1 + lines.findIndex((line) => what.test(line) && !/^\s*(\/\/|import )/.test(line));
}

/** Two digits, as in the names of folders and in TODO(NN). */
export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** The step that `name` means ("5", "05", "05-echo", the path of its folder or of a file in it), or undefined. */
export function findStep(name: string): Step | undefined {
  const place = path.resolve(root, name);
  return steps.find(({ number, id, programs }) => {
    const folder = path.dirname(programs.server);
    if (name === id || place === folder || path.dirname(place) === folder) return true;
    return /^\d+$/.test(name) && Number(name) === number;
  });
}

/** `file` as a person would type it: relative to the course, with forward slashes. */
export function shortName(file: string): string {
  return path.relative(root, file).replaceAll(path.sep, "/");
}

export interface Todo {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** The gaps of `step` that are still marked in its files: comments `// TODO(NN): …`. */
export function todosOf(step: Step): Todo[] {
  const mark = `TODO(${twoDigits(step.number)})`;
  return Object.values(step.programs)
    .filter((file) => problemWith(file) === undefined)
    .flatMap((file) =>
      readFileSync(file, "utf8")
        .split(/\r?\n/)
        .map((text, index) => ({ file, line: index + 1, text: text.slice(text.indexOf(mark)) }))
        .filter(({ text }) => text.startsWith(mark)),
    );
}
