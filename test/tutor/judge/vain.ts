// Why a program waits in vain: what it waits for cannot come, or cannot be heard.
import { readFileSync } from "node:fs";
import { Mistake } from "./mistake.ts";
import type { MistakeName } from "./mistakes.ts";
import {
  EVENTS,
  hangingWait,
  hastyLoop,
  impossibleWait,
  isEndless,
  takenBefore,
  type Wait,
} from "./waits.ts";
import type { Program } from "../run/program.ts";
import { ofKind, type TimedReport } from "../run/reports.ts";

/** The reason why `program` waits in vain, if one was seen. */
export function waitsInVain({ name }: Mistake, program: Program): Mistake | undefined {
  const reports = program.reports();
  const hanging = hangingWait(reports);
  return (
    impossible(program, reports) ??
    loopGoesOn(program, reports, hanging) ??
    loopEndsEarly(program, reports) ??
    wasTaken(program, reports, hanging) ??
    hasBeen(program, reports, hanging) ??
    onOtherObject(program, reports) ??
    nobodyAsked(name, program, reports, hanging) ??
    neverReached(name, program, reports) ??
    (PAUSES_RIGHTLY.includes(name) ? undefined : staysPaused(program, reports)) ??
    heldBack(program, reports)
  );
}

/** What a server is told that had a reason to pause: that it does not go on is explained by that. */
const PAUSES_RIGHTLY: readonly MistakeName[] = ["never-goes-on", "holds-all-back"];

/** What should be a listener for "error" waits for an event that there is not. */
export function misnamesError(program: Program): Mistake | undefined {
  const found = impossible(program, program.reports());
  return found?.facts.meant === "error" ? found : undefined;
}

/** There is no such event. */
function impossible(program: Program, reports: readonly TimedReport[]): Mistake | undefined {
  const wait = impossibleWait(reports, program.file);
  if (wait === undefined) return undefined;
  const { type, event, line } = wait;
  const events = EVENTS[type] ?? [];
  // A server that waits for "connection" means just that, of another object.
  const isRight = events.includes(event) || (program.side === "server" && event === "connection");
  const near = isRight ? undefined : nearest(event, events);
  const meant = near !== undefined && { meant: near };
  return new Mistake("waits-in-vain", program, { actual: event, detail: type, ...meant, line });
}

/** The name among `names` that `name` was probably meant to be. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const start = name.slice(0, 3).toLowerCase();
  return names.find(
    (other) => other !== name && (other.startsWith(start) || name.startsWith(other.slice(0, 4))),
  );
}

/** A loop over on() hangs, although the other side has ended. */
function loopGoesOn(
  program: Program,
  reports: readonly TimedReport[],
  hanging: Wait | undefined,
): Mistake | undefined {
  if (hanging === undefined || !isEndless(hanging, reports)) return undefined;
  const { event, ends = [], line } = hanging;
  const told = ends.length > 0 && { meant: ends.join('", "') };
  return new Mistake("loop-goes-on", program, { actual: event, ...told, line });
}

/** A loop over on() was left before the other side had ended. */
function loopEndsEarly(program: Program, reports: readonly TimedReport[]): Mistake | undefined {
  const { wait, event } = hastyLoop(reports) ?? {};
  return wait && new Mistake("loop-ends-early", program, { actual: event!, line: wait.line });
}

/** It waits once more for what another line has taken. */
function wasTaken(
  program: Program,
  reports: readonly TimedReport[],
  hanging: Wait | undefined,
): Mistake | undefined {
  const taken = hanging?.way === "once" ? takenBefore(hanging, reports) : undefined;
  if (hanging === undefined || taken === undefined) return undefined;
  const { event, type, line } = hanging;
  return new Mistake("taken-before", program, {
    actual: event,
    detail: type,
    meant: String(taken.line),
    line,
  });
}

/** Events that come once at most. */
const ONLY_ONCE = ["listening", "connect", "ready", "finish", "end", "close"];

/** The event had come before the wait for it began, and cannot come again; or it came, and nobody listened. */
function hasBeen(
  program: Program,
  reports: readonly TimedReport[],
  hanging: Wait | undefined,
): Mistake | undefined {
  const parts = ofKind(reports, "combines").find(({ wait }) => wait === hanging?.wait)?.parts ?? [];
  const waits = ofKind(reports, "wait");
  const [wait] = [
    hanging,
    ...waits.filter((each) => parts.includes(each.wait) || each.way === "listener"),
  ].filter((each) => each !== undefined && isOver(reports, each));
  if (wait === undefined) return undefined;
  const { event, type, line } = wait;
  return new Mistake("event-has-been", program, { actual: event, detail: type, line });
}

function isOver(reports: readonly TimedReport[], wait: Wait): boolean {
  const at = reports.indexOf(wait as TimedReport);
  const before = reports.slice(0, at);
  if (ONLY_ONCE.includes(wait.event)) return hasEmitted(before, wait);
  const isSame = ({ id, event }: { id: number; event: string }) => id === wait.id && event === wait.event;
  return (
    ofKind(before, "emitted").some((emitted) => isSame(emitted) && emitted.isUnheard) &&
    !hasEmitted(reports.slice(at), wait)
  );
}

function hasEmitted(reports: readonly TimedReport[], { id, event }: Pick<Wait, "id" | "event">): boolean {
  return ofKind(reports, "emitted").some((emitted) => emitted.id === id && emitted.event === event);
}

/** What brings an object to life: nothing happens to one before. */
const BEGINS = /^(listen|connect)$/;

/** It listens to an object that is not on the network, while another one of the same kind is. */
function onOtherObject(program: Program, reports: readonly TimedReport[]): Mistake | undefined {
  const accepted = ofKind(reports, "accepted").map(({ id }) => id);
  const types = new Map(ofKind(reports, "created").map(({ id, type }) => [id, type]));
  for (const id of accepted) types.set(id, "net.Socket");
  const alive = new Set([...accepted, ...ofKind(reports, "emitted").map(({ id }) => id)]);
  const begun = new Set(
    ofKind(reports, "called").flatMap(({ id, method }) => (BEGINS.test(method) ? [id] : [])),
  );
  const wait = ofKind(reports, "wait").find(
    ({ id, event, type, line }) =>
      line > 0 &&
      event !== "error" &&
      types.get(id) === type &&
      !alive.has(id) &&
      !begun.has(id) &&
      [...alive].some((other) => other !== id && types.get(other) === type),
  );
  if (wait === undefined) return undefined;
  const { event, type, line } = wait;
  return new Mistake("other-object", program, { actual: event, detail: type, line });
}

/** What has to be called so that an event can come. */
const ASKED_BY: { readonly [event: string]: string } = {
  "net.Server listening": "listen",
  "net.Server connection": "listen",
  "net.Server close": "close",
  "net.Socket connect": "connect",
};

/** What should have been called where a program was told `name`. */
function askedBy(name: MistakeName, { type, event }: Pick<Wait, "type" | "event">): string | undefined {
  const method = ASKED_BY[`${type} ${event}`];
  // One that serves many clients may wait for that until somebody stops it.
  return method === "close" && !/^never-(closes|ends)/.test(name) ? undefined : method;
}

/** Nobody has asked for what it waits for, and while it waits, nobody will. */
function nobodyAsked(
  name: MistakeName,
  program: Program,
  reports: readonly TimedReport[],
  hanging: Wait | undefined,
): Mistake | undefined {
  if (hanging === undefined) return undefined;
  const { id, event, type, line } = hanging;
  const method = askedBy(name, { type, event });
  const made = ofKind(reports, "created").find((created) => created.id === id);
  // net.connect() makes a socket and connects it.
  if (method === undefined || made === undefined || made.given !== undefined) return undefined;
  if (ofKind(reports, "called").some((call) => call.id === id && call.method === method)) return undefined;
  return new Mistake("nobody-asked", program, { actual: event, detail: type, meant: `${method}()`, line });
}

/** It listens for what only a call would bring that stands in the listener itself, and so was never reached. */
function neverReached(
  name: MistakeName,
  program: Program,
  reports: readonly TimedReport[],
): Mistake | undefined {
  const source = readFileSync(program.file, "utf8").split(/\r?\n/);
  for (const { id, event, type, way, line } of ofKind(reports, "wait")) {
    const method = askedBy(name, { type, event });
    const made = ofKind(reports, "created").find((created) => created.id === id);
    if (way !== "listener" || line === 0 || method === undefined || made?.given !== undefined) continue;
    if (ofKind(reports, "called").some((call) => call.id === id && call.method === method)) continue;
    const inside = callFrom(source, line).findIndex((text) => text.includes(`.${method}(`));
    if (inside < 0) continue;
    return new Mistake("never-reached", program, {
      actual: event,
      detail: type,
      meant: `${method}()`,
      expected: String(line),
      line: line + inside,
    });
  }
  return undefined;
}

/** The lines of the call that begins in `line`: until its parentheses are closed. */
function callFrom(source: readonly string[], line: number): string[] {
  let open = 0;
  const rest = source.slice(line - 1);
  const end = rest.findIndex((text) => {
    for (const character of text) open += Number(character === "(") - Number(character === ")");
    return open <= 0;
  });
  return rest.slice(0, end + 1);
}

/** A socket was paused, and nothing has resumed it since. */
function staysPaused(program: Program, reports: readonly TimedReport[]): Mistake | undefined {
  const isResumed = (id: number, since: TimedReport) =>
    reports
      .slice(reports.indexOf(since))
      .some(
        (report) =>
          ("id" in report &&
            report.id === id &&
            report.kind === "called" &&
            /^(resume|pipe|destroy)$/.test(report.method)) ||
          (report.kind === "emitted" && report.id === id && /^(data|end|close)$/.test(report.event)),
      );
  const pause = ofKind(reports, "called").findLast(({ method }) => method === "pause");
  if (pause !== undefined && !isResumed(pause.id, pause))
    return new Mistake("stays-paused", program, { actual: "pause()", line: pause.line });
  const accepted = ofKind(reports, "accepted").findLast(({ isPaused }) => isPaused);
  if (accepted === undefined || isResumed(accepted.id, accepted)) return undefined;
  const server = ofKind(reports, "created").find(({ id }) => id === accepted.of);
  return new Mistake("stays-paused", program, {
    actual: "pauseOnConnect",
    ...(server !== undefined && { line: server.line }),
  });
}

/** Where somebody listens for "readable", nothing comes with "data" until it is read. */
function heldBack(program: Program, reports: readonly TimedReport[]): Mistake | undefined {
  const waits = ofKind(reports, "wait");
  const readable = waits.find(
    ({ id, event, line }) =>
      event === "readable" &&
      line > 0 &&
      waits.some((wait) => wait.id === id && wait.event === "data") &&
      !hasEmitted(reports, { id, event: "data" }),
  );
  return readable && new Mistake("held-by-readable", program, { line: readable.line });
}
