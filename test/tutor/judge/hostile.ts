// Text that is meant to control the terminal of whoever prints it, and which mistake it is when a program does.
import { watch, watchEnd } from "./watch.ts";
import { Mistake } from "./mistake.ts";
import { harmless } from "./quote.ts";
import type { Sentence } from "./sentences.ts";
import type { Program } from "../run/program.ts";

const BEGINNING = "Look";
const ENDING = "that is all.";
/** What obedient terminals do: clear the screen, take a new title, ring, go back, change colour, begin a line. */
const COMMANDS = ["\x1b[2J", "\x1b]0;", "\x07", "\b", "\u009b5m", "\rover", "\nunder"];
/** What makes a text look like another one: it is written from right to left, or goes on in a new line. */
const DISGUISES = ["\u202eesrever", "\u2028next"];
const UNSEEN_ONES = /[\p{Cc}\p{Cf}\p{Zl}]/gu;
/** What a program is told that prints nothing about it, or something else. */
const UNSEEN = {
  server: ["receives-nothing", "prints-other-text"],
  client: ["prints-no-reply", "prints-other-reply"],
} as const;
/** Text with all of them in it. */
export const HOSTILE = `${BEGINNING} ${[...COMMANDS, ...DISGUISES].map((command) => `(${command})`).join("")} ${ENDING}`;

/** Everything that `program` has printed, on both streams. */
export function printedOn(program: Program): string {
  return program.stdout() + program.stderr();
}

/** Throws when `program` prints what it was sent as it is. `before` is what it had printed before that. */
export async function checkHarmless(program: Program, before: number): Promise<void> {
  await watch(program, () => printedOn(program).slice(before).includes(ENDING));
  if (program.side === "client") await watchEnd(program); // What came may show again in an error.
  const printed = printedOn(program).slice(before);
  const line = printed.split("\n").find((text) => text.includes(BEGINNING));
  if (line === undefined) {
    const [nothing, other] = UNSEEN[program.side];
    throw new Mistake(printed.trim() === "" ? nothing : other, program, {
      expected: `${JSON.stringify(`${BEGINNING} …`)}, with control characters in it` satisfies Sentence,
    });
  }
  const obeyed = COMMANDS.find((command) => printed.includes(command));
  if (obeyed === "\nunder") throw new Mistake("prints-foreign-lines", program);
  if (obeyed !== undefined)
    throw new Mistake("obeys-control-characters", program, {
      actual: harmless(obeyed),
    });
  const disguise = DISGUISES.find((text) => printed.includes(text));
  if (disguise !== undefined)
    throw new Mistake("prints-disguises", program, {
      actual: disguise.codePointAt(0)!.toString(16).toUpperCase(),
    });
  if (/undefined|NaN/.test(line)) throw new Mistake("shows-undefined", program, { actual: line });
  // Nothing is left of it but what could be printed anyway.
  const hidden = [...COMMANDS, ...DISGUISES].find((text) =>
    line.includes(`(${text.replace(UNSEEN_ONES, "")})`),
  );
  if (hidden !== undefined)
    throw new Mistake("hides-control-characters", program, { actual: harmless(hidden) });
}
