// What a program has done before its time had come: it did not wait, or has closed what was still needed.
import { readFileSync } from "node:fs";
import { awaitsForever, errorLines, uncaught } from "./diagnose.ts";
import { Mistake } from "./mistake.ts";
import type { MistakeName } from "./mistakes.ts";
import { asksForNetwork } from "./output.ts";
import { unusedWait } from "./waits.ts";
import type { Program } from "../run/program.ts";
import { ofKind, type TimedReport } from "../run/reports.ts";

/**
 * Mistakes that show that something was done before its time had come, and the waits that would have kept it back:
 * their events, or their ways.
 */
const TOO_EARLY: { readonly [name in MistakeName]?: RegExp } = {
  "prints-before-listening": /^listening$/,
  "prints-before-connecting": /^connect$/,
  "ends-at-once": /./,
  "loses-echo": /^(close|finish|end|pipeline|finished)$/,
  "loses-reply": /./,
  "loses-rest-of-echo": /^(close|finish|end|pipeline|finished)$/,
  "closes-before-reply": /^(data|end|close|Promise\.race|Promise\.any)$/,
  "ends-before-client": /^(data|end|close|pipeline|Promise\.race|Promise\.any)$/,
  "resets-connection": /^(data|close|finish|end|pipeline|finished)$/,
  "no-echo": /^(data|pipeline|Promise\.race|Promise\.any)$/,
  "prints-no-reply": /^(data|end|Promise\.race|Promise\.any)$/,
};
/** Exceptions of a program that takes a promise for what it will give, or is ahead of what it should wait for. */
const AHEAD = /not iterable|of null|it is null|Premature close|before listening/i;

/** What is printed in the place of a text that is still to come. */
const SHOWS_PROMISE = /\bPromise \{|\[object Promise\]/;

/** A promise that nobody awaits, or an `await` of something that is none: the program went on at once. */
export function notAwaited(
  mistake: Mistake,
  program: Program,
  reports: readonly TimedReport[],
): Mistake | undefined {
  const isAhead =
    /^(crash|own-error)/.test(mistake.name) &&
    AHEAD.test(uncaught(program)?.message ?? mistake.facts.detail ?? "");
  const kept = isAhead || SHOWS_PROMISE.test(program.stdout()) ? /./ : TOO_EARLY[mistake.name];
  const unused = kept && unusedWait(reports, kept);
  const isCombined = ofKind(reports, "wait").some(
    ({ way, line }) => way === "combined" && line === unused?.line,
  );
  // Promise.race(a, b) leaves b alone; that it lacks its brackets is said by what it throws.
  if (unused !== undefined && (unused.way === "combined" || !isCombined)) {
    const { way, event, line } = unused;
    const isEvent = way === "once";
    const call = way === "combined" ? `${event}()` : `${way}()`;
    return new Mistake("not-awaited", program, { actual: call, ...(isEvent && { meant: event }), line });
  }
  const floating = mistake.name === "ends-at-once" ? floatingCall(program, reports) : undefined;
  if (floating !== undefined) return floating;
  const awaited = ofKind(reports, "awaited").at(-1);
  if (awaited === undefined || (!isAhead && !mistake.name.startsWith("prints-before"))) return undefined;
  const source = readFileSync(program.file, "utf8").split(/\r?\n/)[awaited.line - 1];
  const method = /\bawait\b.*\.(listen|connect)\(/.exec(source ?? "")?.[1];
  if (method === undefined) return undefined;
  return new Mistake("awaits-no-promise", program, { actual: `${method}()`, line: awaited.line });
}

/** A call of an async function of the program's own that nobody awaits, above what has closed everything. */
function floatingCall(program: Program, reports: readonly TimedReport[]): Mistake | undefined {
  const closing = ofKind(reports, "exits").at(-1)?.line ?? ofKind(reports, "called").at(-1)?.line ?? 0;
  const source = readFileSync(program.file, "utf8");
  for (const found of source.matchAll(/\basync function (\w+)|\bconst (\w+) = async\b/g)) {
    const name = found[1] ?? found[2]!;
    const call = new RegExp(`^\\s*(else )?(void )?${name}\\(`);
    const line = 1 + source.split(/\r?\n/).findIndex((text) => call.test(text));
    if (line > 0 && line < closing) return new Mistake("not-awaited", program, { actual: `${name}()`, line });
  }
  return undefined;
}

/** A client's socket that was destroyed before it could be connected, although nothing had failed. */
export function destroysSocketAtOnce(
  { name }: Mistake,
  program: Program,
  reports: readonly TimedReport[],
): Mistake | undefined {
  if (program.side !== "client" || !/^(never-connects|ends-at-once|ignores-error)$/.test(name))
    return undefined;
  if (!(program.port <= LAST_PORT) || errorLines(program).length > 0) return undefined;
  const at = reports.findIndex(
    (report) => report.kind === "called" && report.type === "net.Socket" && report.method === "destroy",
  );
  const before = reports.slice(0, Math.max(0, at));
  if (
    !asksForNetwork(before) ||
    ofKind(before, "emitted").some(({ event }) => /^(connect|error)$/.test(event))
  )
    return undefined;
  const { line } = reports[at] as Extract<TimedReport, { kind: "called" }>;
  return new Mistake("closes-socket-at-once", program, { line });
}

/** What a program is told that has not shown what came to it. */
const SHOWS_NOTHING: readonly MistakeName[] = ["receives-nothing", "prints-no-reply", "prints-undefined"];

/** A connection that the program has destroyed before anything had come, although nothing had failed. */
export function destroysBeforeData(
  { name }: Mistake,
  program: Program,
  reports: readonly TimedReport[],
): Mistake | undefined {
  if (!SHOWS_NOTHING.includes(name) || errorLines(program).length > 0) return undefined;
  const accepted = ofKind(reports, "accepted").map(({ id }) => id);
  const first = reports.find((report) =>
    report.kind === "called"
      ? report.type === "net.Socket" && report.method === "destroy" && report.line > 0
      : report.kind === "emitted" && /^(data|end|error|close)$/.test(report.event),
  );
  if (first?.kind !== "called" || (program.side === "server" && !accepted.includes(first.id)))
    return undefined;
  return new Mistake("closes-socket-at-once", program, { line: first.line, meant: "connected" });
}

/** What a server is told that is not there when a client comes. */
const NOT_THERE: readonly MistakeName[] = [
  "never-listens",
  "awaits-forever",
  "ends-at-once",
  "ignores-error",
];
const LAST_PORT = 65_535;

/** A listening socket that is closed before anybody could connect, although nothing has failed. */
export function closesListenerAtOnce(
  { name }: Mistake,
  program: Program,
  reports: readonly TimedReport[],
): Mistake | undefined {
  if (!NOT_THERE.includes(name) || !(program.port <= LAST_PORT)) return undefined;
  if (!awaitsForever(program) && errorLines(program).length > 0) return undefined;
  const close = reports.findIndex(
    (report) => report.kind === "called" && report.type === "net.Server" && report.method === "close",
  );
  const before = reports.slice(0, Math.max(0, close));
  const isAsked = ofKind(before, "called").some(({ method }) => method === "listen");
  const isUsed = before.some(
    (report) => report.kind === "accepted" || (report.kind === "emitted" && report.event === "error"),
  );
  if (!isAsked || isUsed) return undefined;
  const { line } = reports[close] as Extract<TimedReport, { kind: "called" }>;
  return new Mistake("closes-listener-at-once", program, { line });
}
