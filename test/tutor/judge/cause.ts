// What is behind a mistake: what was seen inside of the program tells why it shows what it shows outside.
import { readFileSync } from "node:fs";
import { errorLines, uncaught } from "./diagnose.ts";
import { Mistake } from "./mistake.ts";
import { mistakes, type MistakeName } from "./mistakes.ts";
import { EVENTS, hangingWait, impossibleWait, unusedWait, type Wait } from "./waits.ts";
import type { Program } from "../run/program.ts";
import { ofKind, type TimedReport } from "../run/reports.ts";

/** What Node and V8 say of a program's own mistakes: of its code, not of the network. */
const OWN_ERROR =
  /is not (a function|iterable|defined|a constructor)|Cannot (read|set) properties of|Cannot destructure|Cannot access '|Assignment to constant|argument must be (of type|one of)|Invalid (regular expression|left-hand)/;

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

/** The cause of `mistake` that was seen in `program`, which has made it; or `mistake` itself. */
export function causeSeen(mistake: Mistake, program: Program): Mistake {
  const reports = program.reports();
  return (
    atFile(program) ??
    ownError(mistake, program) ??
    (mistakes[mistake.name].inVain ? waitsInVain(program, reports) : undefined) ??
    notAwaited(mistake, program, reports) ??
    mistake
  );
}

/**
 * What Node says where it has taken the address for the name of a file: that there is none to connect to, or, on
 * Windows, that nobody may listen there. After an address on the network comes a port.
 */
const AT_FILE = /\b(connect ENOENT|listen EACCES: permission denied) (?!\S*[^:]:\d)/;

function atFile(program: Program): Mistake | undefined {
  return AT_FILE.test(program.stderr()) ? new Mistake("swaps-host-and-port", program) : undefined;
}

/** An error of its own code that the program has caught and reported, as if it were one of the network. */
function ownError({ name }: Mistake, program: Program): Mistake | undefined {
  if (/^(crash|does-not|foreign|missing|type-)/.test(name) || uncaught(program)) return undefined;
  const detail = errorLines(program).find((line) => OWN_ERROR.test(line));
  if (detail === undefined) return undefined;
  return new Mistake("own-error", program, { detail, ...lineOf(detail, program) });
}

/** The line that has the expression which an error of V8 names, if there is only one. */
function lineOf(message: string, { file }: Program): { line?: number } {
  const expression =
    /([\w$.]+(?:\(\.\.\.\))?[\w$.]*) is not (?:a function|iterable|defined|a constructor)/.exec(
      message,
    )?.[1] ??
    /\(reading '([^']+)'\)/.exec(message)?.[1] ??
    /Cannot destructure property '([^']+)'/.exec(message)?.[1];
  if (expression === undefined) return {};
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  // V8 shows arguments as "(...)". Where a cast stands in between, the name of the property is left.
  for (const parts of [expression.split("(...)"), [`.${expression.split(".").at(-1)}`]]) {
    const found = lines.flatMap((text, index) =>
      parts.every((part) => text.includes(part)) && !/^\s*(\/\/|import )/.test(text) ? [index + 1] : [],
    );
    if (found.length === 1) return { line: found[0]! };
  }
  return {};
}

/** A wait that can never end: there is no such event, or it has been. */
function waitsInVain(program: Program, reports: readonly TimedReport[]): Mistake | undefined {
  const impossible = impossibleWait(reports);
  if (impossible !== undefined) {
    const { type, event, line } = impossible;
    const events = EVENTS[type] ?? [];
    const near = events.includes(event) ? undefined : nearest(event, events);
    return new Mistake("waits-in-vain", program, {
      actual: event,
      detail: type,
      ...(near !== undefined && { meant: near }),
      line,
    });
  }
  const hanging = hangingWait(reports);
  if (hanging === undefined || !hasBeen(hanging, reports)) return undefined;
  return new Mistake("event-has-been", program, {
    actual: hanging.event,
    detail: hanging.type,
    line: hanging.line,
  });
}

/** Events that come once at most. */
const ONLY_ONCE = ["listening", "connect", "end", "close"];

/** Whether the event of `wait` had come before the wait began, and cannot come again. */
function hasBeen(wait: Wait, reports: readonly TimedReport[]): boolean {
  const before = reports.slice(0, reports.indexOf(wait as TimedReport));
  return (
    ONLY_ONCE.includes(wait.event) &&
    ofKind(before, "emitted").some(({ id, event }) => id === wait.id && event === wait.event)
  );
}

/** The name among `names` that `name` was probably meant to be. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const start = name.slice(0, 3).toLowerCase();
  return names.find(
    (other) => other !== name && (other.startsWith(start) || name.startsWith(other.slice(0, 4))),
  );
}

/** A promise that nobody awaits, or an `await` of something that is none: the program went on at once. */
function notAwaited(
  mistake: Mistake,
  program: Program,
  reports: readonly TimedReport[],
): Mistake | undefined {
  const isAhead =
    /^crash/.test(mistake.name) && AHEAD.test(uncaught(program)?.message ?? mistake.facts.detail ?? "");
  const kept = isAhead ? /./ : TOO_EARLY[mistake.name];
  const unused = kept && unusedWait(reports, kept);
  if (unused !== undefined) {
    const { way, event, line } = unused;
    const isEvent = way === "once";
    const call = way === "combined" ? `${event}()` : `${way}()`;
    return new Mistake("not-awaited", program, { actual: call, ...(isEvent && { meant: event }), line });
  }
  const awaited = ofKind(reports, "awaited").at(-1);
  if (awaited === undefined || (!isAhead && !mistake.name.startsWith("prints-before"))) return undefined;
  const source = readFileSync(program.file, "utf8").split(/\r?\n/)[awaited.line - 1];
  const method = /\bawait\b.*\.(listen|connect)\(/.exec(source ?? "")?.[1];
  if (method === undefined) return undefined;
  return new Mistake("awaits-no-promise", program, { actual: `${method}()`, line: awaited.line });
}
