// What commands have in common in reading their arguments. Whatever is wrong is thrown, as one line for the user.
import { parseArgs } from "node:util";
import { quote } from "../test/tutor/judge/quote.ts";
import { findStep, steps, type Step } from "../test/tutor/course/course.ts";
import { words } from "../test/tutor/tell/words.ts";

/** The step that `name` means. Throws when there is none. */
export function stepNamed(name: string): Step {
  const step = findStep(name);
  if (step === undefined) throw new Error(words.noStep(quote(name), steps.length));
  return step;
}

/** The arguments without the option `--NAME`, and whether it was given. Throws when there are other options. */
export function readArguments(args: string[], name: string): { positionals: string[]; given: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { [name]: { type: "boolean" } },
    });
    return { positionals, given: values[name] === true };
  } catch (error) {
    throw new Error(words.wrongOption((error as Error).message));
  }
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
