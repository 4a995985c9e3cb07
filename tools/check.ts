// npm run check, for those who change the course: types, then the course's own tests, with coverage.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import path from "node:path";
import { root } from "../test/tutor/course/course.ts";
import { expectNoMore } from "./arguments.ts";

const require = createRequire(import.meta.url);

/** A file that a package brings, as an absolute path. */
function inPackage(name: string, file: string): string {
  return path.join(path.dirname(require.resolve(`${name}/package.json`)), file);
}

/** Runs Node with `args` in this terminal. Gives its exit code. */
async function node(...args: string[]): Promise<number> {
  const [code] = await once(spawn(process.execPath, args, { cwd: root, stdio: "inherit" }), "close");
  return (code as number | null) ?? 1;
}

/** Gives the exit code of the first that fails. */
export async function main(args: string[]): Promise<number> {
  expectNoMore(args, "npm run check");
  // The steps are the learner's: `npm test` is for them.
  const tests = readdirSync(path.join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && name !== "steps.test.ts")
    .map((name) => path.join("test", name));
  return (
    (await node(inPackage("typescript", "bin/tsc"), "--project", root)) ||
    (await node(inPackage("typescript", "bin/tsc"), "--project", path.join(root, "test/course/programs"))) ||
    (await node(
      inPackage("c8", "bin/c8.js"),
      process.execPath,
      "--import",
      "tsx",
      "--test",
      ...["spec", new URL("left-out.js", import.meta.url).href].flatMap((reporter) => [
        `--test-reporter=${reporter}`,
        "--test-reporter-destination=stdout",
      ]),
      // Most tests wait more than they compute: also where there are two cores, two files at a time.
      `--test-concurrency=${Math.max(2, availableParallelism() - 1)}`,
      ...tests,
    ))
  );
}
