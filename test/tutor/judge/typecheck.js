// Runs TypeScript's checker over the steps. Plain JavaScript, so that it can start before anything else is loaded:
// of all that `npm test` does, this takes longest.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { language } from "../course/locale.js";

/** The checker is a native program, in a package for each platform: typescript/bin/tsc only starts it, at a cost. */
export function checker() {
  const typescript = createRequire(import.meta.url).resolve("typescript/package.json");
  const native = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
  const name = process.platform === "win32" ? "tsc.exe" : "tsc";
  return path.join(path.dirname(createRequire(typescript).resolve(native)), "lib", name);
}

/** A project like that of the steps, but without some files. Gives the name of its file. */
function projectWithout(/** @type {readonly string[]} */ exclude) {
  const folder = mkdtempSync(path.join(tmpdir(), "echo-types-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "tsconfig.json");
  const compilerOptions = { typeRoots: [path.resolve("node_modules/@types")] };
  const project = {
    extends: path.resolve("steps/tsconfig.json"),
    compilerOptions,
    include: [path.resolve("steps")],
    exclude,
  };
  writeFileSync(file, JSON.stringify(project));
  return file;
}

/**
 * Checks the files of the steps, but not those in `exclude`, which are absolute paths. Gives the checker's exit code and
 * everything that it printed, in the reader's language, or why it does not run.
 * @param {readonly string[]} exclude
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function typecheck(exclude = []) {
  const project = exclude.length === 0 ? path.resolve("steps/tsconfig.json") : projectWithout(exclude);
  const args = ["--project", project, "--pretty", "false", "--locale", language];
  // It is written in Go (pkg.go.dev/runtime): collecting garbage costs it a third of its time, and saves no memory here.
  const env = { GOGC: "400", ...process.env };
  const child = spawn(checker(), args, { env, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
  const stop = () => child.kill();
  process.once("exit", stop);
  child.once("close", () => process.off("exit", stop));

  let output = "";
  for (const pipe of [child.stdout, child.stderr]) {
    pipe.setEncoding("utf8").on("data", (/** @type {string} */ text) => (output += text));
  }
  return new Promise((resolve) => {
    child.once("error", ({ message }) => resolve({ code: null, output: message }));
    child.once("close", (code) => resolve({ code, output }));
  });
}
