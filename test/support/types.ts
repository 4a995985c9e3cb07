// Runs TypeScript's checker over the whole course, once, beside everything else.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { root, type Programs, type Side } from "./course.ts";
import { Mistake } from "./mistake.ts";
import { startTranscript } from "./transcript.ts";

export interface TypeError {
  readonly line: number;
  readonly message: string;
}

/** The type errors of each file, by its absolute path. */
export type TypeErrors = ReadonlyMap<string, readonly TypeError[]>;

// An unused variable is no mistake while a program is being written: the editor and `npm run check` tell of it.
const LENIENT = ["--noUnusedLocals", "false", "--noUnusedParameters", "false"];

/** Finds the type errors in the files of `project`, a tsconfig.json. Throws when TypeScript does not run. */
export async function findTypeErrors(project = path.join(root, "tsconfig.json")): Promise<TypeErrors> {
  const tsc = path.join(
    path.dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
    "bin/tsc",
  );
  const child = spawn(process.execPath, [tsc, "--project", project, "--pretty", "false", ...LENIENT], {
    cwd: root,
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  const code = await new Promise((resolve) => child.once("close", resolve));

  const errors = new Map<string, TypeError[]>();
  for (const [, file, line, message] of output.matchAll(/^(\S.*?)\((\d+),\d+\): error (TS\d+: .*)$/gm)) {
    const key = path.resolve(root, file!);
    errors.set(key, [...(errors.get(key) ?? []), { line: Number(line), message: message! }]);
  }
  if (code !== 0 && errors.size === 0) throw new Error(`TypeScript does not run: ${output.trim()}`);
  return errors;
}

/** The first type error in the program of `side`, as a mistake. */
export function typeErrorIn(programs: Programs, side: Side, errors: TypeErrors): Mistake | undefined {
  const [first] = errors.get(programs[side]) ?? [];
  if (first === undefined) return undefined;
  const program = { side, file: programs[side], transcript: startTranscript() };
  return new Mistake("type-error", program, { detail: first.message, line: first.line });
}
