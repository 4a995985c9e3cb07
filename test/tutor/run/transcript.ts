// What happened while a check ran, in the order in which it happened. All evidence is read from here.
import type { Side } from "../course/course.ts";
import type { Report, TimedReport } from "./reports.ts";

/** Of what a program can be too much: what it prints or reports, what it sends, the memory that it takes. */
export type Flood = "output" | "connection" | "memory";

/** One thing that happened. Bytes and closings are named after the side that they came from. */
export type Event =
  | { readonly kind: "start"; readonly from: Side }
  | { readonly kind: "flood"; readonly from: Side; readonly of: Flood }
  // Where there are several connections, each has a number.
  | { readonly kind: "connect" | "end" | "reset"; readonly from: Side; readonly connection?: number }
  | { readonly kind: "data"; readonly from: Side; readonly bytes: Buffer; readonly connection?: number }
  | {
      readonly kind: "print";
      readonly from: Side;
      readonly stream: "stdout" | "stderr";
      readonly text: string;
    }
  | { readonly kind: "signal"; readonly from: Side; readonly name: NodeJS.Signals }
  // Only in drawings: where a program hangs.
  | { readonly kind: "wait"; readonly from: Side; readonly wait: Extract<Report, { kind: "wait" }> }
  | { readonly kind: "probe"; readonly from: Side; readonly report: TimedReport }
  | {
      readonly kind: "exit";
      readonly from: Side;
      readonly code: number | null;
      readonly signal: string | null;
    };

/** An event with its time, in milliseconds since the transcript began. */
export type TimedEvent = Event & { readonly at: number };

export interface Transcript {
  /** All events so far. */
  readonly events: readonly TimedEvent[];
  /** The milliseconds since the transcript began. */
  elapsed(): number;
  add(event: Event): void;
  /** How many things have happened. That a program is alive is none of them. */
  happened(): number;
  /** Something has happened that may make a program act, although it is no event. */
  happens(): void;
  /** Has those look again who wait: something is known that is no event. */
  wake(): void;
  /** Of what there was too much on one side, if there was: that program gets no further. */
  flood(from: Side): Flood | undefined;
  /** Keeps the place of now for an event of which only later is known whether it happens. Gives what adds it there. */
  reserve(): (event: Event) => void;
  /**
   * Waits until `look` finds something: it is asked now and after every event.
   * Gives what it found, or undefined when `patience` milliseconds have passed.
   */
  until<Found>(look: () => Found | undefined | false, patience: number): Promise<Found | undefined>;
}

/**
 * Patience is counted in steps of so many milliseconds. When this process has not had its turn for a minute, since the
 * machine was busy or asleep, then only one step has passed, not a minute.
 */
const PATIENCE_STEP = 100;

/** A new, empty transcript. */
export function startTranscript(): Transcript {
  const began = performance.now();
  const events: TimedEvent[] = [];
  const elapsed = () => performance.now() - began;
  const waiting = new Set<() => void>();
  const floods = new Map<Side, Flood>();
  let happened = 0;
  const wake = () => {
    for (const lookAgain of [...waiting]) lookAgain();
  };
  const insert = (event: Event, place: number, at: number) => {
    events.splice(place, 0, { ...event, at });
    if (event.kind === "flood" && !floods.has(event.from)) floods.set(event.from, event.of);
    if (event.kind !== "probe" || event.report.kind !== "alive") happened += 1;
    wake();
  };

  return {
    events,
    elapsed,
    happened: () => happened,
    happens: () => void (happened += 1),
    wake,
    flood: (from) => floods.get(from),
    add: (event) => insert(event, events.length, elapsed()),
    reserve() {
      const [place, at] = [events.length, elapsed()];
      return (event) => insert(event, place, at);
    },
    until(look, patience) {
      return new Promise((resolve, reject) => {
        const finish = (settle: () => void) => {
          clearInterval(timer);
          waiting.delete(lookAgain);
          settle();
        };
        const lookAgain = () => {
          try {
            const found = look();
            if (found !== undefined && found !== false) finish(() => resolve(found));
          } catch (error) {
            finish(() => reject(error));
          }
        };
        const step = Math.min(PATIENCE_STEP, patience);
        let left = patience;
        const timer = setInterval(() => {
          left -= step;
          if (left <= 0) finish(() => resolve(undefined));
        }, step);
        waiting.add(lookAgain);
        lookAgain();
      });
    },
  };
}

/** What the probe has reported of the program of one side. */
export function reportsOf(events: readonly TimedEvent[], side: Side): TimedReport[] {
  return events.flatMap((event) => (event.kind === "probe" && event.from === side ? [event.report] : []));
}

/** How many bytes came from one side. */
export function countBytesFrom(transcript: Transcript, side: Side): number {
  return transcript.events.reduce(
    (sum, event) => (event.kind === "data" && event.from === side ? sum + event.bytes.length : sum),
    0,
  );
}

/** Everything that one side printed on `stream`, joined. */
export function printedBy(
  { events }: Pick<Transcript, "events">,
  side: Side,
  stream: "stdout" | "stderr",
): string {
  return events
    .map((event) =>
      event.kind === "print" && event.from === side && event.stream === stream ? event.text : "",
    )
    .join("");
}
