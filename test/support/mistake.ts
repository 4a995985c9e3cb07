// What a failed check carries: the name of the mistake, the evidence, and the facts for its explanation.
import type { Side } from "./course.ts";
import type { english } from "./explanations.en.ts";
import type { Program } from "./program.ts";

/** The stable name of a mistake. Every language explains every name. */
export type MistakeName = keyof typeof english;

/** What an explanation may tell, beside the transcript of what happened. */
export interface Facts {
  /** What the check expected to see, as it should be shown. */
  readonly expected?: string | Buffer;
  /** What it saw instead. */
  readonly actual?: string | Buffer;
  /** The words of somebody else: an exception's, TypeScript's. */
  readonly detail?: string;
  /** Where to look in the program: the line that the mistake was found in, or what such a line looks like. */
  readonly line?: number;
  readonly near?: RegExp;
}

/** Says, in one language, what happened and what to do. */
export type Explanation = (facts: Facts, side: Side) => string;

export class Mistake extends Error {
  override readonly name: MistakeName;
  /** The program that made it; none when the course itself is at fault. */
  readonly program: Pick<Program, "side" | "file" | "transcript"> | undefined;
  readonly facts: Facts;

  constructor(name: MistakeName, program: Mistake["program"], facts: Facts = {}) {
    super(name);
    this.name = name;
    this.program = program;
    this.facts = facts;
  }
}
