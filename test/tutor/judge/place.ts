// Where in the program a mistake is: the line of what was seen inside of it, or else of what the source looks like.
import { readFileSync } from "node:fs";
import { lineOfCode, type Side } from "../course/course.ts";
import { ofKind, type TimedReport } from "../run/reports.ts";
import { printedBy, reportsOf, type TimedEvent } from "../run/transcript.ts";
import type { MistakeName } from "./mistakes.ts";
import { hangingWait, impossibleWait } from "./waits.ts";

/** What there is to look at. */
interface Scene {
  readonly side: Side;
  readonly reports: readonly TimedReport[];
  /** The lines of the program. */
  readonly source: readonly string[];
  readonly printed: (stream: "stdout" | "stderr") => string;
  /** What is wrong, in the program's own words. */
  readonly actual: string | undefined;
}

/** Finds a line, from 1; 0 or undefined if there is none. */
type Locator = (scene: Scene) => number | undefined;

/** The last call of one of `methods`. */
const call =
  (...methods: string[]): Locator =>
  ({ reports }) =>
    ofKind(reports, "called").findLast(({ method }) => methods.includes(method))?.line;

/** The last wait for one of `events`, whether it has come or not. */
const wait =
  (...events: string[]): Locator =>
  ({ reports }) =>
    ofKind(reports, "wait").findLast(({ event, line }) => line > 0 && events.includes(event))?.line;

/** The last wait for one of `events` that has come. */
const came =
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
const code =
  (what: RegExp): Locator =>
  ({ source }) =>
    lineOfCode(source, what);

/** The print of what is wrong. */
const print: Locator = ({ reports, printed, actual }) => {
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
const lastPrint =
  (stream: "stdout" | "stderr"): Locator =>
  ({ reports }) =>
    ofKind(reports, "prints").findLast((report) => report.stream === stream)?.line;

/** Where a function that prints an error was called from. */
const reported: Locator = ({ reports }) =>
  ofKind(reports, "prints").findLast(({ stream }) => stream === "stderr")?.origin;

/**
 * Behind the last print since one of `events` has come: what should be done then is not. Where a comment comes next, it
 * may be about that.
 */
const afterPrint =
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
const placeholder: Locator = ({ source, actual = "" }) => {
  const text = /\$\{[^}\n]+\}/.exec(actual)?.[0] ?? "";
  return 1 + source.findIndex((line) => new RegExp(`["'][^"'\`]*${escaped(text)}`).test(line));
};

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Where the text comes from that the program has printed on stderr: not where it prints it. */
const ownWords: Locator = ({ source, printed }) => {
  const said = printed("stderr");
  const pieces = (line: string) => line.match(/[^"'`${}\\]{8,}/g) ?? [];
  return (
    1 +
    source.findIndex(
      (line) => /throw|Error\(/.test(line) && pieces(line).some((piece) => said.includes(piece)),
    )
  );
};

/** The end of the last `finally`. */
const inFinally: Locator = ({ source }) => {
  const start = source.findLastIndex((line) => /\bfinally\b/.test(line));
  if (start < 0 || /\{\s*\}/.test(source[start]!)) return start + 1;
  return start + 1 + source.slice(start + 1).findIndex((line) => /^\s*\}/.test(line));
};

/** A socket that was destroyed when it still had bytes to send: where it was ended, or else destroyed. */
const destroyedTooSoon: Locator = ({ reports }) => {
  const calls = ofKind(reports, "called");
  const destroyed = calls.findLast(({ method, waiting = 0 }) => method === "destroy" && waiting > 0);
  if (destroyed === undefined) return undefined;
  return calls.findLast(({ id, method }) => id === destroyed.id && method === "end")?.line ?? destroyed.line;
};

const hang: Locator = ({ reports }) => hangingWait(reports)?.line;
const impossible: Locator = ({ reports }) => impossibleWait(reports)?.line;
const uncaught: Locator = ({ reports }) => ofKind(reports, "uncaught").at(-1)?.line;
const exits: Locator = ({ reports }) => ofKind(reports, "exits").at(-1)?.line;
const lastCall: Locator = ({ reports }) => ofKind(reports, "called").at(-1)?.line;
const created: Locator = ({ reports }) => ofKind(reports, "created").findLast(({ line }) => line > 0)?.line;
const exitCode = code(/exitCode|exit\(/);
const argument = [code(/positionals\[|argv\[|argv\.(at|slice)/), code(/argv|parseArgs/)];
const timing = [code(/set(Timeout|Interval)\(/), code(/timeout/i)];
const receiving = [wait("data"), wait("pipeline"), code(/"data"|pipe|for await/)];
const writing = [call("write", "pipe"), call("end"), wait("pipeline"), code(/write\(|pipe|end\(/)];
const closing = [call("resetAndDestroy"), call("end", "destroy"), exits];
const accepting = [wait("connection"), code(/"connection"|createServer\(.*(=>|\w\))/)];
const reporting = [lastPrint("stderr"), code(/console\.error/), code(/catch|"error"/)];
const stuck = [impossible, hang];

/** Where to look for each mistake: the first of these that finds something. Those that are not here tell the line. */
const PLACES: { readonly [name in MistakeName]?: readonly Locator[] } = {
  "awaits-forever": [impossible, hang],
  crashed: [uncaught, hang, call("connect", "listen")],
  "exits-with-failure": [uncaught, ownWords, exits, exitCode, ...reporting],
  "never-ends": [...stuck, timing[0]!, lastCall],
  "never-stops-computing": [code(/while|for \(/)],
  "floods-output": [lastPrint("stdout"), lastPrint("stderr")],
  "prints-nothing": [created],
  "creates-no-socket": [lastPrint("stdout")],
  "hard-coded-port": [call("connect", "listen"), created],
  "connects-too-early": [call("connect"), created],
  "listens-too-early": [call("listen")],
  "stuck-together": [hang],
  "never-listens": [...stuck, call("listen"), created],
  "ends-at-once": [exits, call("close"), lastCall],
  "swaps-host-and-port": [call("listen", "connect")],
  "wrong-address": [call("listen")],
  "connects-elsewhere": [call("connect"), created],
  "prints-no-port": [came("listening", "connect"), impossible, hang, call("listen", "connect"), created],
  "prints-when-connected": [lastPrint("stdout")],
  "prints-placeholders": [placeholder, print],
  "prints-before-listening": [print],
  "prints-before-connecting": [print],
  "never-connects": [...stuck, call("connect"), created],
  "accepts-nobody": [impossible, hang, ...accepting],
  "prints-own-address": [print, lastPrint("stdout")],
  "prints-undefined": [print],
  "misspells-property": [print],
  "names-no-client": [lastPrint("stdout"), ...accepting],
  "sends-nothing": [impossible, afterPrint("connect"), hang, ...writing],
  "adds-newline": writing,
  "adds-bytes": writing,
  "wrong-encoding": writing,
  "sends-wrong-bytes": writing,
  "decoded-echo": writing,
  "partial-echo": writing,
  "changed-echo": writing,
  "takes-file-for-message": argument,
  "ignores-argument": argument,
  "misses-message": argument,
  "receives-nothing": [impossible, ...receiving, hang],
  "prints-raw-buffer": [impossible, lastPrint("stdout")],
  "prints-function": [print, lastPrint("stdout")],
  "garbles-text": [impossible, lastPrint("stdout")],
  "prints-other-text": [impossible, lastPrint("stdout")],
  "tells-not-what-it-sent": [...writing],
  "no-echo": [impossible, afterPrint("data"), hang, ...writing],
  "prints-no-reply": [impossible, ...receiving],
  "prints-what-it-sent": [impossible, lastPrint("stdout")],
  "prints-other-reply": [impossible, lastPrint("stdout")],
  "never-closes-connection": [...stuck, inFinally, lastCall],
  "resets-connection": [destroyedTooSoon, ...closing],
  "loses-echo": [destroyedTooSoon, ...closing],
  "closes-before-reply": closing,
  "never-closes-listener": [impossible, hang, inFinally, lastCall],
  "hangs-on-error": [...stuck, ...timing.slice(0, 1), ...reporting],
  "reports-but-hangs": [...stuck, ...timing.slice(0, 1), inFinally, ...reporting],
  "crashes-on-error": [uncaught, code(/catch|on\("error"/)],
  "ignores-error": [exitCode, reported, ...reporting],
  "wrong-exit-code": [exits, exitCode],
  "silent-on-error": [lastPrint("stdout"), exitCode, code(/catch|"error"/)],
  "wordy-error": [lastPrint("stderr")],
  "reports-undefined": [lastPrint("stderr")],
  "error-without-place": [lastPrint("stderr")],
  "hangs-on-silent-client": [...stuck, ...receiving],
  "takes-end-for-data": [wait("close"), print],
  "echoes-first-piece": [impossible, ...receiving],
  "ends-before-client": closing,
  "echoes-at-the-end": writing,
  "stops-echoing": [call("pause"), ...stuck, ...receiving],
  "takes-silence-for-end": [...timing, ...closing],
  "loses-rest-of-echo": [destroyedTooSoon, exits, ...closing],
  "splits-characters": [lastPrint("stdout"), code(/toString|decode|\+= /)],
  "prints-first-piece": receiving,
  "loses-reply": [destroyedTooSoon, ...closing, hang],
  "rejects-right-reply": [ownWords, code(/equals|compare|===|!==/)],
  "waits-for-the-rest": [hang, ...receiving],
  "never-half-closes": [...stuck, ...writing],
  "ends-after-first-client": [...stuck, call("close"), ...accepting],
  "keeps-open-unasked": [code(/keep/i), inFinally],
  "one-at-a-time": [hang, ...accepting],
  "turns-clients-away": [code(/maxConnections/), call("destroy", "end")],
  "mixes-up-clients": [code(/^let |^const \w+(: [^=]+)? = (\[|new)/), ...writing],
  "one-client-ends-all": [...stuck, ...accepting],
  "hides-failing-client": [code(/catch/), code(/"error"/)],
  "names-wrong-client": [print],
  "mixes-up-texts": [code(/Decoder/)],
  "dies-at-signal": [code(/SIGINT|SIGTERM/), ...accepting],
  "accepts-after-signal": [code(/SIGINT|SIGTERM/)],
  "cuts-off-clients": [exits, call("destroy", "resetAndDestroy"), code(/SIGINT|SIGTERM/)],
  "ignores-second-signal": [code(/SIGINT|SIGTERM/)],
  "buffers-without-limit": writing,
  "never-goes-on": [...stuck, ...writing],
  "drops-bytes": writing,
  "holds-all-back": [hang, ...writing],
  "never-times-out": [...timing, ...accepting],
  "keeps-silent-connection": [call("end"), ...timing],
  "times-out-in-use": timing,
  "gives-up-too-soon": timing,
  "turns-nobody-away": [code(/maxConnections/), ...accepting],
  "turns-away-too-soon": [code(/maxConnections/), ...accepting],
  "turns-away-silently": [code(/"drop"/), code(/maxConnections/), ...accepting],
  "stays-full": [code(/maxConnections/), ...accepting],
  "obeys-control-characters": [print, lastPrint("stdout")],
  "hides-control-characters": [code(/replace/), lastPrint("stdout")],
  "prints-foreign-lines": [lastPrint("stdout")],
  "logs-everything": [lastPrint("stdout")],
  "counts-no-bytes": [lastPrint("stdout")],
  "does-not-help": [code(/help/)],
};

/** The line of the program to blame for the mistake `name`, from 1, or undefined if none is known. */
export function placeOf(
  name: MistakeName,
  { side, file }: { readonly side: Side; readonly file: string },
  events: readonly TimedEvent[],
  actual: string | undefined,
): number | undefined {
  let source: string[];
  try {
    source = readFileSync(file, "utf8").split(/\r?\n/);
  } catch {
    return undefined;
  }
  const reports = reportsOf(events, side);
  const printed = (stream: "stdout" | "stderr") => printedBy({ events }, side, stream);
  const scene = { side, reports, source, printed, actual };
  for (const locate of PLACES[name] ?? []) {
    const line = locate(scene);
    if (line !== undefined && line > 0) return line;
  }
  return undefined;
}
