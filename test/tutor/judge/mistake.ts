// What a failed check carries: the name of the mistake, the evidence, and the facts for its explanation.
import { AFTER_END, CLOSES, closingOf, type Closing } from "./closing.ts";
import { mistakes, type MistakeName } from "./mistakes.ts";
import { openIn, type Open } from "./open.ts";
import { placeOf } from "./place.ts";
import { hangingWait, type Wait } from "./waits.ts";
import type { Sentence } from "./sentences.ts";
import type { Program } from "../run/program.ts";
import { ofKind } from "../run/reports.ts";
import { printedBy, reportsOf, type TimedEvent } from "../run/transcript.ts";

/** What an explanation may tell, beside the transcript of what happened. */
export interface Facts {
  /** What the check expected to see, as it should be shown. */
  readonly expected?: string | Buffer;
  /** What it saw instead. */
  readonly actual?: string | Buffer;
  /** What wrong bytes are like. */
  readonly like?:
    | "base64"
    | "hex"
    | "zeros"
    | "case"
    | "name"
    | "fewer"
    | "twice"
    | "before"
    | "after"
    | "around"
    | "zeros-after";
  /** What may be meant instead of what is there. */
  readonly meant?: string;
  /** The words of somebody else: an exception's, TypeScript's. */
  readonly detail?: string;
  /** The line of the program that the mistake is in, where it is known from elsewhere (TypeScript, an exception). */
  readonly line?: number;
}

/** The program that made a mistake. */
export type Culprit = Pick<Program, "side" | "file" | "transcript"> &
  Partial<Pick<Program, "exit" | "isAtRest">>;

/** What an earlier step asked for. */
export interface Asked {
  readonly step: number;
  readonly name: Sentence;
}

export class Mistake extends Error {
  override readonly name: MistakeName;
  /** None when the course itself is at fault. */
  readonly program: Culprit | undefined;
  /** What had happened when the mistake was found. */
  readonly evidence: readonly TimedEvent[];
  /** The same, with what was read a moment later, before the check left the program alone. */
  known: readonly TimedEvent[] = [];
  /** When it was found, in milliseconds since the transcript began. */
  readonly foundAt: number;
  readonly facts: Facts;
  /** The line of the program to blame, from 1, or undefined if none is known. */
  line: number | undefined;
  /** The wait in which the program is, if it is in one. */
  hangsIn: Wait | undefined;
  /** What has closed the connection, where that is what is wrong. */
  closing: Closing | undefined;
  /** What is still open, where that is what is wrong. */
  open: Open | undefined;
  /** Whether bytes have come while nobody listened. */
  isUnheard = false;
  /** The requirement of an earlier step that is not met any more, if it is one. */
  asked?: Asked;

  constructor(name: MistakeName, program: Culprit | undefined, facts: Facts = {}) {
    super(name);
    this.name = name;
    this.program = program;
    this.evidence = [...(program?.transcript.events ?? [])];
    this.foundAt = program?.transcript.elapsed() ?? 0;
    this.facts = facts;
    this.look();
  }

  /** Looks where it is. What the program has done may be known a moment later than what it has printed or sent. */
  look(): void {
    if (this.program === undefined) return;
    const { side, transcript } = this.program;
    this.known = [...transcript.events];
    const { actual, detail = "", line } = this.facts;
    const shown = typeof actual === "string" ? actual : undefined;
    this.line = line ?? placeOf(this.name, this.program, transcript.events, shown);
    // One that has just closed its connection is on its way to whatever comes next.
    const last = this.evidence.findLast(({ kind }) => kind !== "probe");
    const reports = reportsOf(transcript.events, side);
    const hasClosed = CLOSES.test(ofKind(reports, "called").at(-1)?.method ?? "");
    const isClosing = hasClosed && last?.from === side && (last.kind === "end" || last.kind === "reset");
    this.hangsIn = isClosing ? undefined : hangingWait(reports);
    const words = `${detail} ${printedBy({ events: this.known }, side, "stderr")}`;
    const isPremature = /Premature close/.test(words);
    const { closes: expected } = mistakes[this.name];
    const said = AFTER_END.test(words) ? "first" : isPremature ? "cut" : expected;
    // At a signal it is one connection that counts, whatever is said of others.
    const closes = expected === "signal" ? expected : said;
    this.closing = closes && closingOf(reports, closes);
    const { isOpen } = mistakes[this.name];
    const open = openIn(reports);
    this.open = isOpen === true || isOpen === open?.what ? open : undefined;
    const servers = ofKind(reports, "created").filter(({ type }) => type === "net.Server");
    this.isUnheard = ofKind(reports, "emitted").some(
      ({ id, event, isUnheard }) =>
        event === "data" && isUnheard && !servers.some((server) => server.id === id),
    );
  }
}

/** Does what `requirement` does. The mistake that it finds is one about what step number `step` asked for with `name`. */
export async function asked<Result>(
  step: number,
  name: Sentence,
  requirement: () => Promise<Result>,
): Promise<Result> {
  try {
    return await requirement();
  } catch (error) {
    if (error instanceof Mistake) error.asked ??= { step, name };
    throw error;
  }
}
