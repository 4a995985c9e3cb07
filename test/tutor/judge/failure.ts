// What a program has to do when something goes wrong: one line on stderr, exit code 1, and no hang.
import { checkPlace } from "./check.ts";
import { watchEnd } from "./watch.ts";
import { awaitsForever, diagnose, errorLines, uncaught } from "./diagnose.ts";
import { Mistake, type Facts } from "./mistake.ts";
import type { MistakeName } from "./mistakes.ts";
import { hasProcesses, mentions } from "./output.ts";
import type { Program } from "../run/program.ts";
import { ofKind } from "../run/reports.ts";
import type { Sentence } from "./sentences.ts";

/** Exceptions that are no errors of a socket: the program does not even start, or breaks on something of its own. */
const OWN_ERROR = /^(Syntax|Reference|Type)Error|Transform(Error| failed)|ERR_\w*MODULE/;

/** What a program that goes on running is told: has it noticed anything? */
export function hanging(program: Program, otherwise: MistakeName): MistakeName {
  return errorLines(program).length > 0 ? "reports-but-hangs" : otherwise;
}

/** Throws when an exception has ended `program`: one of its own, or the one that came with what `facts` tell. */
export function checkCrash(program: Program, facts: Facts): void {
  const crash = uncaught(program);
  if (crash === undefined) return;
  if (OWN_ERROR.test(crash.message)) diagnose(program);
  throw new Mistake("crashes-on-error", program, {
    ...facts,
    ...(crash.line !== undefined && { line: crash.line }),
    ...(failedUnheard(program) && { meant: "socket" }),
  });
}

/** Whether it was a connection that failed, while the program listens for the errors of the server only. */
function failedUnheard(program: Program): boolean {
  const reports = program.reports();
  const failed = ofKind(reports, "emitted").findLast(({ event }) => event === "error");
  return (
    ofKind(reports, "accepted").some(({ id }) => id === failed?.id) &&
    ofKind(reports, "wait").some(
      ({ event, type, line }) => event === "error" && type === "net.Server" && line > 0,
    )
  );
}

/** Throws when `program` reports something that does not exist: what it has caught has no message. */
export function checkReport(program: Program, facts: Facts): void {
  const [line = ""] = errorLines(program);
  if (!/\bundefined\b|\[object \w+\]/.test(line)) return;
  throw new Mistake("reports-undefined", program, { ...facts, actual: line });
}

/** What `program` has printed on stdout since one of its sockets had failed. */
function saidOnStdout(program: Program): Pick<Facts, "actual"> {
  const failed = program.reports().find((report) => report.kind === "emitted" && report.event === "error");
  const said = failed && program.output().subarray(failed.printed).toString("utf8").trim().split(/\r?\n/)[0];
  return said ? { actual: said } : {};
}

/**
 * Waits for `program` to fail as it should. `detail` says what went wrong, as the beginning of a sentence;
 * where `port` is given, the error has to name it.
 */
export async function failsCleanly(program: Program, detail: Sentence, port?: number): Promise<void> {
  const end = await watchEnd(program);
  const facts = { detail };
  if (end === undefined) {
    checkPlace(program); // Where it listens, nothing may have gone wrong.
    throw new Mistake(hanging(program, "hangs-on-error"), program, facts);
  }

  // What was printed may be from a process that the program has started: only how it has ended is its own.
  if (hasProcesses(program) && end.code === 1) return;
  if (awaitsForever(program)) diagnose(program);
  checkCrash(program, facts);
  if (end.code === 0) throw new Mistake("ignores-error", program, facts);
  if (end.code !== 1) throw new Mistake("wrong-exit-code", program, { ...facts, actual: String(end.code) });
  const lines = errorLines(program);
  if (lines.length === 0)
    throw new Mistake("silent-on-error", program, { ...facts, ...saidOnStdout(program) });
  checkReport(program, facts);
  if (lines.length > 1) {
    const isStack = lines.some((line) => /^\s+at /.test(line));
    const actual = String(lines.length);
    throw new Mistake("wordy-error", program, { ...facts, actual, ...(isStack && { meant: "stack" }) });
  }
  if (port !== undefined && !mentions(lines[0]!, port)) {
    throw new Mistake("error-without-place", program, { ...facts, expected: String(port) });
  }
}
