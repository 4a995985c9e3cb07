// To be imported where hundreds of programs run: from then on specimens, and the course's own programs, run without
// their types. Plain JavaScript starts three times faster.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../../tutor/course/course.ts";
import { runInstead } from "../../tutor/run/program.ts";
import { checker } from "../../tutor/judge/typecheck.js";

const FOLDERS = ["test/course/programs", "steps", "solution"];

/**
 * Removes the types from all of them at once. Gives a function that finds what to run for a program; those that do not
 * parse, or are none of these, run as they are.
 */
function compile(): (file: string) => string {
  const folder = mkdtempSync(path.join(tmpdir(), "echo-specimens-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const project = path.join(folder, "tsconfig.json");
  const compilerOptions = {
    noEmit: false,
    outDir: folder,
    inlineSourceMap: true,
    rootDir: root,
    allowImportingTsExtensions: false,
    typeRoots: [path.join(root, "node_modules/@types")],
  };
  const include = FOLDERS.map((name) => path.join(root, name));
  writeFileSync(
    project,
    JSON.stringify({ extends: path.join(root, "tsconfig.json"), compilerOptions, include, exclude: [] }),
  );
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');

  const { stdout } = spawnSync(checker(), ["--project", project, "--pretty", "false"], {
    cwd: root,
    encoding: "utf8",
  });
  const unparsable = [...stdout.matchAll(/^(\S.*?)\(\d+,\d+\): error TS1\d\d\d:/gm)].map(([, file]) =>
    path.resolve(root, file!),
  );
  return (file) => {
    const compiled = path.join(folder, path.relative(root, file).replace(/\.ts$/, ".js"));
    return unparsable.includes(file) || !existsSync(compiled) ? file : compiled;
  };
}

runInstead(compile());
