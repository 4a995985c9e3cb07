// Ways to find a line of a program: by what was seen inside of it, or else by what its source looks like.
import { lineOfCode, type Side } from "../course/course.ts";
import { ofKind, type TimedReport } from "../run/reports.ts";
import { AFTER_END, closingOf, type Which } from "./closing.ts";
import { hangingWait, impossibleWait } from "./waits.ts";

/** What there is to look at. */
export interface Scene {
  readonly side: Side;
  readonly file: string;
  readonly reports: readonly TimedReport[];
  /** The lines of the program. */
  readonly source: readonly string[];
  readonly printed: (stream: "stdout" | "stderr") => string;
  /** What is wrong, in the program's own words. */
  readonly actual: string | undefined;
}

/** Finds a line, from 1; 0 or undefined if there is none. */
export type Locator = (scene: Scene) => number | undefined;

/** The last call of one of `methods`. */
export const call =
  (...methods: string[]): Locator =>
  ({ reports }) =>
    ofKind(reports, "called").findLast(({ method }) => methods.includes(method))?.line;

/** The last call that had bytes to send. */
export const sending: Locator = ({ reports }) =>
  ofKind(reports, "called").findLast(({ method, bytes = 0 }) => /^(write|end)$/.test(method) && bytes > 0)
    ?.line;

/** Where a socket was paused that has not been told to go on since. */
export const paused: Locator = ({ reports }) => {
  const calls = ofKind(reports, "called");
  return calls.findLast(
    ({ id, method }, index) =>
      method === "pause" &&
      !calls.slice(index).some((later) => later.id === id && /^(resume|pipe)$/.test(later.method)),
  )?.line;
};

/** The last wait for one of `events`, whether it has come or not. */
export const wait =
  (...events: string[]): Locator =>
  ({ reports }) =>
    ofKind(reports, "wait").findLast(({ event, line }) => line > 0 && events.includes(event))?.line;

/** Where something listens for the event that is what is wrong, to the object that has the most listeners for it. */
export const listener: Locator = ({ reports, actual }) => {
  const waits = ofKind(reports, "wait").filter(({ event, line }) => line > 0 && event === actual);
  const countOf = (id: number) => waits.filter((wait) => wait.id === id).length;
  return waits.toSorted((one, other) => countOf(other.id) - countOf(one.id))[0]?.line;
};

/** The last wait for one of `events` that has come. */
export const came =
  (...events: string[]): Locator =>
  ({ reports }) => {
    const emitted = ofKind(reports, "emitted");
    return ofKind(reports, "wait").findLast(
      ({ id, event, line }) =>
        line > 0 &&
        events.includes(event) &&
        emitted.some((other) => other.id === id && other.event === event),
    )?.line;
  };

/** The first line that looks like `what`. */
export const code =
  (what: RegExp): Locator =>
  ({ source }) =>
    lineOfCode(source, what);

/** The print of what is wrong. */
export const print: Locator = ({ reports, printed, actual }) => {
  for (const stream of ["stdout", "stderr"] as const) {
    const text = printed(stream);
    const index = actual ? text.lastIndexOf(actual) : -1;
    if (index < 0) continue;
    const at = Buffer.byteLength(text.slice(0, index));
    return ofKind(reports, "prints").findLast((report) => report.stream === stream && report.from <= at)
      ?.line;
  }
  return undefined;
};

/** The last print on a stream. */
export const lastPrint =
  (stream: "stdout" | "stderr"): Locator =>
  ({ reports }) =>
    ofKind(reports, "prints").findLast((report) => report.stream === stream)?.line;

/** What was printed when a client had connected, before anything came from it. */
export const greeting: Locator = ({ reports }) => {
  const connected = reports.findIndex((report) => report.kind === "emitted" && report.event === "connection");
  const since = connected < 0 ? [] : reports.slice(connected);
  const next = since.find(
    (report) => report.kind === "prints" || (report.kind === "emitted" && report.event === "data"),
  );
  return next?.kind === "prints" ? next.line : undefined;
};

/** The print on stdout that has printed most, all in all. */
export const loudest: Locator = ({ reports, printed }) => {
  const prints = ofKind(reports, "prints").filter(({ stream }) => stream === "stdout");
  const end = Buffer.byteLength(printed("stdout"));
  const sizes = new Map<number, number>();
  for (const [index, { line, from }] of prints.entries())
    sizes.set(line, (sizes.get(line) ?? 0) + (prints[index + 1]?.from ?? end) - from);
  return [...sizes].sort(([, one], [, other]) => other - one)[0]?.[0];
};

/** What has ended the own side, if something was sent after that. */
export const endedEarly: Locator = (scene) =>
  AFTER_END.test(scene.printed("stderr")) ? closed("first")(scene) : undefined;

/** What was waited for, or else asked for or created, where an error came: nobody has caught it there. */
export const failed: Locator = (scene) => {
  const { reports } = scene;
  const id = ofKind(reports, "emitted").findLast(({ event }) => event === "error")?.id;
  const last = (list: readonly { readonly id: number; readonly line: number }[]) =>
    list.findLast((each) => each.id === id && each.line > 0)?.line;
  const isAccepted = ofKind(reports, "accepted").some((accepted) => accepted.id === id);
  return (
    last(ofKind(reports, "wait").filter(({ way }) => way !== "listener")) ??
    (isAccepted ? wait("connection")(scene) : undefined) ??
    last(ofKind(reports, "called").filter(({ method }) => /^(connect|listen)$/.test(method))) ??
    last(ofKind(reports, "created"))
  );
};

/** Where nothing had failed, and the program took all for well: what it said last. */
export const tookForWell: Locator = (scene) => {
  const hasFailed = ofKind(scene.reports, "emitted").some(({ event }) => event === "error");
  return hasFailed ? undefined : (lastPrint("stderr")(scene) ?? lastPrint("stdout")(scene));
};

/** Where a function that prints an error was called from. */
export const reported: Locator = ({ reports }) =>
  ofKind(reports, "prints").findLast(({ stream }) => stream === "stderr")?.origin;

/**
 * Behind the last print since one of `events` has come: what should be done then is not. Where a comment comes next, it
 * may be about that.
 */
export const afterPrint =
  (...events: string[]): Locator =>
  ({ reports, source }) => {
    const first = reports.findIndex((report) => report.kind === "emitted" && events.includes(report.event));
    const prints = first < 0 ? [] : ofKind(reports.slice(first), "prints");
    const line = prints.findLast(({ stream }) => stream === "stdout")?.line;
    if (line === undefined) return undefined;
    const next = source.findIndex((text, index) => index >= line && text.trim() !== "");
    return /^\s*\/\//.test(source[next] ?? "") ? next + 1 : line;
  };

/** Where a value takes no place since the text stands between quotation marks. */
export const placeholder: Locator = ({ source, actual = "" }) => {
  const text = /\$?\{[^}\n]+\}/.exec(actual)?.[0] ?? "";
  return 1 + source.findIndex((line) => new RegExp(`["'][^"'\`]*${escaped(text)}`).test(line));
};

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Where the text comes from that the program has printed on stderr: not where it prints it. */
export const ownWords: Locator = ({ source, printed }) => {
  const said = printed("stderr");
  const pieces = (line: string) => line.match(/[^"'`${}\\]{8,}/g) ?? [];
  return (
    1 +
    source.findIndex(
      (line) => /throw|Error\(/.test(line) && pieces(line).some((piece) => said.includes(piece)),
    )
  );
};

/** The first timer, by its own name or by the one that it was imported under. */
const timer: Locator = ({ source }) => {
  const imported = source.join("\n").matchAll(/set(?:Timeout|Interval) as (\w+)/g);
  const names = ["setTimeout", "setInterval", ...Array.from(imported, ([, name]) => name)];
  return lineOfCode(source, new RegExp(`\\b(${names.join("|")})\\(`));
};

/** Where the number of an option is read: its value is what is wrong. */
export const reading: Locator = ({ source, actual = "" }) => {
  if (!actual.includes("=")) return 0;
  const isReading = (line: string) => /parse(Int|Float)\(|\bNumber\(|isNaN/.test(line);
  return 1 + source.findIndex((line) => isReading(line) && !/PORT|^\s*(\/\/|\*)/.test(line));
};

/** The end of the last `finally`. */
export const inFinally: Locator = ({ source }) => {
  const start = source.findLastIndex((line) => /\bfinally\b/.test(line));
  if (start < 0 || /\{\s*\}/.test(source[start]!)) return start + 1;
  return start + 1 + source.slice(start + 1).findIndex((line) => /^\s*\}/.test(line));
};

/** What has closed the connection; where a socket was ended and then destroyed, the wait is missing at its end. */
export const closed =
  (which: Which): Locator =>
  ({ reports }) => {
    const { ended, line, waiting } = closingOf(reports, which) ?? {};
    return waiting ? (ended ?? line) : line;
  };

/** Where connections are limited, if the server has dropped one. */
export const dropped: Locator = ({ reports, source }) =>
  ofKind(reports, "emitted").some(({ event }) => event === "drop")
    ? lineOfCode(source, /maxConnections/)
    : undefined;

/** What was sent when the own side had ended: behind the first end(), or last where Node has ended it. */
export const afterEnd: Locator = (scene) => {
  if (!AFTER_END.test(scene.printed("stderr"))) return undefined;
  const calls = ofKind(scene.reports, "called");
  const end = calls.findIndex(({ method }) => method === "end");
  const late = calls.slice(end + 1).find(({ id, method }) => id === calls[end]?.id && method === "write");
  return late?.line ?? call("write", "end")(scene);
};

/** Where the program hangs, if `what` stands below. */
export const holdsUp =
  (what: RegExp): Locator =>
  ({ reports, source }) => {
    const line = hangingWait(reports)?.line;
    return source.slice(line).some((text) => what.test(text)) ? line : undefined;
  };

/** What was written, where it has to wait in the memory until the other side takes it. */
export const unsent: Locator = (scene) =>
  scene.actual === undefined ? undefined : call("write", "end")(scene);

/** What sends. */
export const flowing: Locator = (scene) => sending(scene) ?? call("write", "pipe")(scene);

export const hang: Locator = ({ reports }) => hangingWait(reports)?.line;
export const impossible: Locator = ({ reports, file }) => impossibleWait(reports, file)?.line;
export const uncaught: Locator = ({ reports }) => ofKind(reports, "uncaught").at(-1)?.line;
export const exits: Locator = ({ reports }) => ofKind(reports, "exits").at(-1)?.line;
export const lastCall: Locator = ({ reports }) => ofKind(reports, "called").at(-1)?.line;
export const created: Locator = ({ reports }) =>
  ofKind(reports, "created").findLast(({ line }) => line > 0)?.line;
export const exitCode = code(/exitCode|exit\(/);
export const argument = [code(/positionals\[|argv\[|argv\.(at|slice)/), code(/argv|parseArgs/)];
export const timing = [timer, code(/timeout/i)];
export const receiving = [wait("data"), wait("pipeline"), code(/"data"|pipe|for await/)];
export const writing = [
  sending,
  call("write", "pipe"),
  call("end"),
  wait("pipeline"),
  code(/write\(|pipe|end\(/),
];
export const accepting = [wait("connection"), code(/"connection"|createServer\(.*(=>|\w\))/)];
export const reporting = [lastPrint("stderr"), code(/console\.error/), code(/catch|"error"/)];
export const stuck = [impossible, hang];
