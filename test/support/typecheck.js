// Runs TypeScript's checker over the course. Plain JavaScript, so that it can start before anything else is loaded:
// of all that `npm test` does, this takes longest.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

// An unused variable is no mistake while a program is being written: the editor and `npm run check` tell of it.
const LENIENT = ["--noUnusedLocals", "false", "--noUnusedParameters", "false"];

/**
 * Checks the files of `project`, a tsconfig.json. Gives tsc's exit code and everything that it printed.
 * @param {string} [project] default: that of the current folder
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function typecheck(project = path.resolve("tsconfig.json")) {
  const typescript = path.dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
  const args = [path.join(typescript, "bin/tsc"), "--project", project, "--pretty", "false", ...LENIENT];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
  process.once("exit", () => child.kill());

  let output = "";
  for (const pipe of [child.stdout, child.stderr]) {
    pipe.setEncoding("utf8").on("data", (/** @type {string} */ text) => (output += text));
  }
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, output })));
}
