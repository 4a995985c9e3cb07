// Runs TypeScript's checker over the steps. Plain JavaScript, so that it can start before anything else is loaded:
// of all that `npm test` does, this takes longest.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

/** The checker is a native program, in a package for each platform: typescript/bin/tsc only starts it, at a cost. */
export function checker() {
  const typescript = createRequire(import.meta.url).resolve("typescript/package.json");
  const native = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
  const name = process.platform === "win32" ? "tsc.exe" : "tsc";
  return path.join(path.dirname(createRequire(typescript).resolve(native)), "lib", name);
}

/**
 * Checks the files of the steps. Gives the checker's exit code and everything that it printed, or why it does not run.
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function typecheck() {
  const args = ["--project", path.resolve("steps/tsconfig.json"), "--pretty", "false"];
  const child = spawn(checker(), args, { stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
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
