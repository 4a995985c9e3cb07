// npm run grade: the score of a learner's course, as JSON on stdout and nothing else; or the scores of a whole class.
//   npm run --silent grade                      this course, with its own checks, which may have been edited
//   npm run --silent grade -- --work FOLDER     the course in FOLDER, with the checks of this one
//   npm run --silent grade -- --checks FOLDER   this course, with the checks of the clean copy in FOLDER
//   npm run --silent grade -- --format NAME     the same for another program, as tools/grade/format/ has it
//   npm run --silent grade -- --from FILE --format NAME   a score that was printed before
//   npm run grade -- --class FOLDER --out FOLDER   every course in FOLDER, with the checks of this one
// With a clean copy, only the learner's echo_server.ts and echo_client.ts are taken, into a folder of their own:
// nothing else that the learner may have edited is loaded. --sealed is how a clean copy is called for that.
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { foldersOfSteps, root } from "../test/tutor/course/course.ts";
import { words } from "../test/tutor/tell/words.ts";
import { expectNoMore, expectNotTaken, readArguments, wholeNumber } from "./arguments.ts";
import { gradeClass } from "./grade/class.ts";
import { formatNamed, readScore } from "./grade/format/formats.ts";
import { grade } from "./grade/grader.ts";
import { guard, SETTINGS } from "./grade/guard.ts";
import { score, scoreFrom } from "./grade/score.ts";
import { printSealed } from "./grade/seal.ts";
import { take } from "./grade/take.ts";

/** The course that this file belongs to. */
const own = fileURLToPath(new URL("..", import.meta.url));
/** How many seconds there are for each student. */
const LIMIT = 300;
/** How many checks run at once for each core. Those who are graded at once share them. */
const CHECKS = 2;

const OPTIONS = {
  checks: { type: "string" },
  work: { type: "string" },
  class: { type: "string" },
  out: { type: "string" },
  limit: { type: "string" },
  user: { type: "string" },
  format: { type: "string" },
  from: { type: "string" },
  sealed: { type: "string" },
} as const;

/** Prints the score. Gives exit code 0 when there is one, however low it is. */
export async function main(args: string[]): Promise<number> {
  expectNotTaken(["checks", "work", "class", "out", "limit", "format", "from"], "npm run grade");
  const { values, positionals } = readArguments(args, OPTIONS);
  expectNoMore(positionals, words.usage.grade);
  if (values.sealed !== undefined) return printSealed(Number(values.sealed));
  const format = formatNamed(values.format);
  if (values.from !== undefined) {
    console.log(format(readScore(values.from)));
    return 0;
  }
  const user = wholeNumber("--user", values.user);
  const terms = { limit: wholeNumber("--limit", values.limit) ?? LIMIT, user, perCore: CHECKS };
  const { class: folder, out } = values;
  if ((folder === undefined) !== (out === undefined)) throw new Error(words.grading.needsBoth);
  if (folder !== undefined && out !== undefined) {
    if (values.checks !== undefined || values.work !== undefined) throw new Error(words.grading.needsBoth);
    if (values.format !== undefined) throw new Error(words.tooMuch("--format", words.usage.grade));
    await gradeClass(courseIn(folder, []), path.resolve(out), cleanCopy(own, user), terms);
    return 0;
  }
  if (values.checks === undefined && values.work === undefined) {
    const isOwn = realpathSync(own) === realpathSync(root);
    const checks = isOwn ? "own, can have been edited" : `from ${realpathSync(own)}`;
    console.log(format(scoreFrom(await score(), checks)));
    return 0;
  }
  const work = courseIn(values.work ?? root, ["steps"]);
  const course = cleanCopy(values.checks ?? own, user);
  if (work === course.folder) throw new Error(words.sameFolder(work));
  const changed = guard(course.folder);
  const { steps } = await grade(take(work, course.ids), course, terms);
  const file = changed();
  if (file !== undefined) throw new Error(words.grading.courseHasChanged(course.folder, file, work));
  console.log(format(scoreFrom(steps, `from ${course.folder}`)));
  return 0;
}

/** The clean copy of the course in `folder`. Throws when it is none, or one that `user` could not run programs with. */
function cleanCopy(folder: string, user: number | undefined) {
  const course = courseIn(folder, ["tools/grade.ts", "test/checks", ...SETTINGS]);
  if (!existsSync(path.join(course, "node_modules/tsx"))) throw new Error(words.noPackages(course));
  if (user !== undefined) expectReadable(course, user);
  return { folder: course, ids: foldersOfSteps(course, course) };
}

/** The real path of `folder`. Throws when it is missing, or one of `parts` is not in it. */
function courseIn(folder: string, parts: readonly string[]): string {
  if (!existsSync(folder)) throw new Error(words.noFolder(path.resolve(folder)));
  const missing = parts.find((part) => !existsSync(path.join(folder, part)));
  if (missing !== undefined) throw new Error(words.noCopy(path.resolve(folder), missing));
  return realpathSync(folder);
}

/** Throws when programs cannot run as the user number `uid`: only Linux tells what is theirs, and only root can choose. */
function expectReadable(course: string, uid: number): void {
  if (process.platform !== "linux" || process.getuid?.() !== 0) throw new Error(words.grading.needsRoot);
  const needed = ["test/tutor/run/probe.js", "node_modules/tsx/package.json"].map((file) =>
    path.join(course, file),
  );
  const code = "process.argv.slice(1).forEach((file) => fs.readFileSync(file))";
  const { status } = spawnSync(process.execPath, ["-e", code, ...needed], { uid, gid: uid, stdio: "ignore" });
  if (status !== 0) throw new Error(words.grading.unreadableFor(uid, course));
}
