// What a program waits for: seen by its probe, with the lines.
import { readFileSync } from "node:fs";
import { ofKind, type Report, type TimedReport } from "../run/reports.ts";

export type Wait = Extract<Report, { kind: "wait" }>;

/** Which events there are, of each kind of object that a program waits for (Node's documentation of net and stream). */
export const EVENTS: { readonly [type: string]: readonly string[] } = {
  "net.Server": ["listening", "connection", "close", "error", "drop"],
  "net.Socket": [
    ..."connect ready data end close error drain timeout finish lookup readable pause resume pipe unpipe".split(
      " ",
    ),
    ..."connectionAttempt connectionAttemptFailed connectionAttemptTimeout".split(" "),
  ],
};
/** So many of them matter most. */
export const MAIN_EVENTS = 8;
/** A socket that was accepted is connected already. */
const BEFORE_ACCEPTING = ["connect", "ready", "lookup"];

/** Whether `wait` can never end, since its object has no such event. */
function isImpossible(wait: Wait, accepted: ReadonlySet<number>): boolean {
  const events = EVENTS[wait.type];
  if (events === undefined || wait.way === "pipeline" || wait.way === "finished") return false;
  if (/^(newListener|removeListener|Symbol)/.test(wait.event)) return false;
  return !events.includes(wait.event) || (accepted.has(wait.id) && BEFORE_ACCEPTING.includes(wait.event));
}

/** The last wait of the program in `file` for an event that its object never has, and that it never emits itself. */
export function impossibleWait(reports: readonly TimedReport[], file: string): Wait | undefined {
  const accepted = new Set(ofKind(reports, "accepted").map(({ id }) => id));
  const impossible = ofKind(reports, "wait").filter((wait) => isImpossible(wait, accepted));
  if (impossible.length === 0) return undefined;
  const emits = readFileSync(file, "utf8").matchAll(/\bemit\(\s*["'`](\w+)/g);
  const own = new Set(Array.from(emits, ([, event]) => event));
  return impossible.findLast(({ event }) => !own.has(event));
}

/** The wait in which a program hangs: the last one that somebody awaits, for something that has not come. */
export function hangingWait(reports: readonly TimedReport[]): Wait | undefined {
  const numbers = (kind: "used" | "over") => new Set(ofKind(reports, kind).map(({ wait }) => wait));
  const [used, over] = [numbers("used"), numbers("over")];
  // Of what waits together, the whole counts.
  const parts = new Set(ofKind(reports, "combines").flatMap((report) => report.parts));
  return ofKind(reports, "wait").findLast((wait) => {
    if (wait.line === 0 || wait.way === "listener" || parts.has(wait.wait) || over.has(wait.wait))
      return false;
    return wait.way === "on" ? !hasEnded(reports, wait) : used.has(wait.wait);
  });
}

/** The first wait for one of `events` whose promise nobody has used: the program goes on at once. */
export function unusedWait(reports: readonly TimedReport[], events: RegExp): Wait | undefined {
  const used = new Set(ofKind(reports, "used").map(({ wait }) => wait));
  return ofKind(reports, "wait").find(
    ({ way, wait, line, event }) =>
      line > 0 && way !== "listener" && way !== "on" && !used.has(wait) && events.test(event),
  );
}

/** What ends a loop over the object itself. */
const ENDS = ["end", "close"];

/** Whether a loop over the events of an object can be over: the object has ended, or what the loop was told has come. */
function hasEnded(reports: readonly TimedReport[], wait: Wait & TimedReport): boolean {
  const ends = [...(wait.ends ?? ENDS), "error"];
  return ofKind(reports.slice(reports.indexOf(wait)), "emitted").some(
    ({ id, event }) => id === wait.id && ends.includes(event),
  );
}

/** Whether `wait` is a loop over on() that goes on although its object has ended: it was not told that this is the end. */
export function isEndless(wait: Wait, reports: readonly TimedReport[]): boolean {
  return (
    wait.ends !== undefined &&
    ofKind(reports, "emitted").some(({ id, event }) => id === wait.id && event === "end")
  );
}

/** A loop over on() that was left at an event which says nothing of the other side, before that had ended. */
export function hastyLoop(reports: readonly TimedReport[]): { wait: Wait; event: string } | undefined {
  for (const wait of ofKind(reports, "wait")) {
    const { id, ends = [] } = wait;
    const left = ofKind(reports.slice(reports.indexOf(wait)), "emitted").find(
      (other) => other.id === id && (other.event === "end" || ends.includes(other.event)),
    );
    if (left !== undefined && !/^(end|close|error)$/.test(left.event)) return { wait, event: left.event };
  }
  return undefined;
}

/** An earlier wait, in another line, that has taken the event for which `wait` now waits. */
export function takenBefore(wait: Wait, reports: readonly TimedReport[]): Wait | undefined {
  const over = new Set(ofKind(reports, "over").map((report) => report.wait));
  return ofKind(reports, "wait").findLast(
    (other) =>
      other.wait < wait.wait &&
      other.way === "once" &&
      other.line > 0 &&
      other.line !== wait.line &&
      other.id === wait.id &&
      other.event === wait.event &&
      over.has(other.wait),
  );
}
