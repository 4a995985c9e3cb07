// npm run grade: the score of a learner's course, as JSON on stdout and nothing else.
//   npm run --silent grade                      this course, with its own checks, which may have been edited
//   npm run --silent grade -- --work FOLDER     the course in FOLDER, with the checks of this one
//   npm run --silent grade -- --checks FOLDER   this course, with the checks of the clean copy in FOLDER
// With a clean copy, only the learner's echo_server.ts and echo_client.ts are taken, into a folder of their own:
// nothing else that the learner may have edited is loaded.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { foldersOfSteps, root, solution } from "../test/tutor/course/course.ts";
import { words } from "../test/tutor/tell/words.ts";
import { expectNoMore, expectNotTaken, readArguments } from "./arguments.ts";
import { own, score } from "./grade/score.ts";

/** What is graded of every step. */
const PROGRAMS = Object.values(solution).map((file) => path.basename(file));
/** What says how the programs are run and type-checked. A clean copy's is used. */
const SETTINGS = ["package.json", "tsconfig.json", "steps/tsconfig.json"];

/** Prints the score. Gives exit code 0 when there is one, however low it is. */
export async function main(args: string[]): Promise<number> {
  expectNotTaken(["checks", "work"], "npm run grade");
  const options = { checks: { type: "string" }, work: { type: "string" } } as const;
  const { values, positionals } = readArguments(args, options);
  expectNoMore(positionals, words.usage.grade);
  if (values.checks === undefined && values.work === undefined) {
    console.log(JSON.stringify(await score(), null, 2));
    return 0;
  }
  const work = courseIn(values.work ?? root, ["steps"]);
  const checks = courseIn(values.checks ?? own, ["tools/grade.ts", "test/checks", ...SETTINGS]);
  if (!existsSync(path.join(checks, "node_modules/tsx"))) throw new Error(words.noPackages(checks));
  if (work === checks) throw new Error(words.sameFolder(work));
  return gradeCopy(work, checks);
}

/** The real path of `folder`. Throws when it is missing, or one of `parts` is not in it. */
function courseIn(folder: string, parts: readonly string[]): string {
  if (!existsSync(folder)) throw new Error(words.noFolder(path.resolve(folder)));
  const missing = parts.find((part) => !existsSync(path.join(folder, part)));
  if (missing !== undefined) throw new Error(words.noCopy(path.resolve(folder), missing));
  return realpathSync(folder);
}

/** Lets the course in `checks` grade a copy of the programs in `work`. Gives its exit code. */
async function gradeCopy(work: string, checks: string): Promise<number> {
  const copy = mkdtempSync(path.join(tmpdir(), "echo-grade-"));
  process.once("exit", () => rmSync(copy, { recursive: true, force: true }));
  for (const id of foldersOfSteps(checks)) {
    mkdirSync(path.join(copy, "steps", id), { recursive: true });
    for (const program of PROGRAMS.map((name) => path.join("steps", id, name)))
      if (existsSync(path.join(work, program)))
        copyFileSync(path.join(work, program), path.join(copy, program));
  }
  for (const file of SETTINGS) copyFileSync(path.join(checks, file), path.join(copy, file));
  symlinkSync(path.join(checks, "node_modules"), path.join(copy, "node_modules"), "junction");

  const grader = spawn(process.execPath, [path.join(checks, "tools/run.js"), "grade"], {
    cwd: copy,
    stdio: ["ignore", "inherit", "inherit"],
  });
  process.once("exit", () => grader.kill());
  const [code] = (await once(grader, "close")) as [number | null];
  return code ?? 1;
}
