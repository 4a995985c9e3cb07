// What is on stdout, or on stderr, where something else was looked for.
import { awaitsForever, errorLines, uncaught } from "./diagnose.ts";
import { Mistake } from "./mistake.ts";
import type { MistakeName } from "./mistakes.ts";
import { functionIn } from "./output.ts";
import type { Program } from "../run/program.ts";

/** What a program is told that has not printed something on stdout. */
const NOT_ON_STDOUT: readonly MistakeName[] = [
  "prints-nothing",
  "prints-no-port",
  "accepts-nobody",
  "names-no-client",
  "tells-not-what-it-sent",
  "receives-nothing",
  "prints-other-text",
  "garbles-text",
  "prints-no-reply",
  "loses-reply",
  "mixes-up-texts",
  "prints-other-reply",
  "prints-what-it-sent",
  "does-not-help",
  "counts-no-bytes",
];

/** How much is shown of a line. */
const SHOWN = 120;

/** What should be on stdout is on stderr. */
export function saysOnStderr({ name, facts }: Mistake, program: Program): Mistake | undefined {
  if (!NOT_ON_STDOUT.includes(name) || uncaught(program) || awaitsForever(program)) return undefined;
  const text = typeof facts.expected === "string" ? facts.expected.replace(/^"|…?"$/g, "") : "";
  // An address and a port, or several texts, may stand apart.
  const parts = text.split(/[:,] ?| and /);
  const lines = errorLines(program);
  if (parts.some((part) => !lines.some((line) => line.includes(part)))) return undefined;
  const actual = lines.find((line) => line.includes(parts[0]!))?.slice(0, SHOWN);
  return actual === undefined ? undefined : new Mistake("prints-on-stderr", program, { actual });
}

/** What should be printed is what a function gives, and what is printed is the function. */
export function printsFunction({ name }: Mistake, program: Program): Mistake | undefined {
  const meant = NOT_ON_STDOUT.includes(name) ? functionIn(program.stdout()) : undefined;
  return meant === undefined ? undefined : new Mistake("prints-function", program, { meant });
}
