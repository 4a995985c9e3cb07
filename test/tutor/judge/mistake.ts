// What a failed check carries: the name of the mistake, the evidence, and the facts for its explanation.
import type { MistakeName } from "./mistakes.ts";
import type { Program } from "../run/program.ts";
import type { TimedEvent } from "../run/transcript.ts";

/** What an explanation may tell, beside the transcript of what happened. */
export interface Facts {
  /** What the check expected to see, as it should be shown. */
  readonly expected?: string | Buffer;
  /** What it saw instead. */
  readonly actual?: string | Buffer;
  /** The words of somebody else: an exception's, TypeScript's. */
  readonly detail?: string;
  /** Where to look in the program: the line that the mistake was found in, or what it looks like, best guess first. */
  readonly line?: number;
  readonly near?: RegExp | readonly RegExp[];
}

/** The program that made a mistake. */
type Culprit = Pick<Program, "side" | "file" | "transcript">;

export class Mistake extends Error {
  override readonly name: MistakeName;
  /** None when the course itself is at fault. */
  readonly program: Culprit | undefined;
  /** What had happened when the mistake was found. */
  readonly evidence: readonly TimedEvent[];
  /** When it was found, in milliseconds since the transcript began. */
  readonly foundAt: number;
  readonly facts: Facts;

  constructor(name: MistakeName, program: Culprit | undefined, facts: Facts = {}) {
    super(name);
    this.name = name;
    this.program = program;
    this.evidence = [...(program?.transcript.events ?? [])];
    this.foundAt = program?.transcript.elapsed() ?? 0;
    this.facts = facts;
  }
}
