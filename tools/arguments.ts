// What commands have in common in reading their arguments. Whatever is wrong is thrown, as one line for the user.
import { parseArgs, type ParseArgsConfig } from "node:util";
import { quote } from "../test/tutor/judge/quote.ts";
import { findStep, shortName, sides, steps, type Side, type Step } from "../test/tutor/course/course.ts";
import { problemWith } from "../test/tutor/course/readable.ts";
import { whyUnusable } from "../test/tutor/tell/explain.ts";
import { words } from "../test/tutor/tell/words.ts";

/** The step that `name` means. Throws when there is none. */
export function stepNamed(name: string): Step {
  const step = findStep(name);
  if (step === undefined) throw new Error(words.noStep(quote(name), steps.length));
  return step;
}

/** What stands in `args`: `options`, and what is none. Throws when there are other options. */
export function readArguments<Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: string[],
  options: Options,
) {
  try {
    const parsed = parseArgs({ args, allowPositionals: true, options });
    const empty = Object.entries(parsed.values).find(([, value]) => value === "");
    if (empty !== undefined) throw new Error(`Option '--${empty[0]}' argument missing`);
    return parsed;
  } catch (error) {
    throw new Error(words.wrongOption((error as Error).message));
  }
}

/** Throws when one of `files` is no program. */
export function expectUsable(files: readonly string[]): void {
  for (const file of files) {
    const problem = problemWith(file);
    if (problem !== undefined) throw new Error(whyUnusable(problem, shortName(file)));
  }
}

/** The whole number, of 1 or more, that `option` was given as `text`, or undefined without it. Throws when it is none. */
export function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d{0,8}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new Error(words.noWholeNumber(option, text));
}

/** The side that `option` was given as `text`, or undefined without it. Throws when it is none. */
export function sideNamed(option: string, text: string | undefined): Side | undefined {
  const side = sides.find((name) => name === text);
  if (text !== undefined && side === undefined) throw new Error(words.noSide(option, text));
  return side;
}

/** Throws when `rest` holds arguments that `usage` does not tell of. */
export function expectNoMore(rest: readonly string[], usage: string): void {
  if (rest.length > 0) throw new Error(words.tooMuch(rest.join(" "), usage));
}

/** Throws when the user of `command` has forgotten the two dashes that tell npm that `options` are not for it. */
export function expectNotTaken(options: readonly string[], command: string): void {
  const taken = options.find((name) => process.env[`npm_config_${name.replaceAll("-", "_")}`] !== undefined);
  if (taken === undefined) return;
  throw new Error(words.takenByNpm(taken, command));
}

/** The port that `text` means, which is the value of `name`. Throws when it is not the number of a port. */
export function portNumber(name: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error(words.noPort(name, text));
  }
  return port;
}

/** The environment variable PORT, or 9999. Throws when it is not the number of a port. */
export function portFromEnvironment(): number {
  return portNumber("PORT", process.env["PORT"] ?? "9999");
}
