// Looks for facts in what a program printed, or its probe reported. Wording is free: a port, an address, a text
// is all that counts.
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { Mistake } from "./mistake.ts";
import type { Program } from "../run/program.ts";
import { ofKind, type TimedReport } from "../run/reports.ts";

/** The line of an error with its stack trace that has its message. */
export const ERROR_LINE = /^\S*(Error|Exception)\b.*:/;

/** Whether `text` contains `number` as a number of its own: 9999 is not in "59999". */
export function mentions(text: string, number: number): boolean {
  return new RegExp(`(?<!\\d)${number}(?!\\d)`).test(text);
}

/** The lines on stdout that mention the port which the program was told. */
export function linesWithPort(program: Program): string[] {
  return program
    .stdout()
    .split(/\r?\n/)
    .filter((line) => mentions(line, program.port));
}

/** A value in the text of a program, and not one of a shell's: ${PORT:-9999}. */
const PLACEHOLDER = /\$\{(?!\w+:[-=?+])[^}\n]+\}/g;
/** A line that tells how a program is called, and which variables a shell can set: such things mean what they say. */
const USAGE = /\b[Uu]sage\b|[A-Z_]=\$\{|\$[A-Z_]/;

/** The mistake of a program that has printed "${…}" as it is written in its text, if it has. */
export function printsPlaceholders(program: Program): Mistake | undefined {
  return printsAsWritten(program, PLACEHOLDER, (text) => text);
}

/** A name in braces, such as "{HOST}", that has lost its dollar sign. */
const WITHOUT_DOLLAR = /(?<!\$)\{[\w.]+\}/g;

/** The mistake of a program that has printed a name in braces as it is written in its text, if it has. */
export function lacksDollar(program: Program): Mistake | undefined {
  // Only between backticks was it meant to be replaced: a text may have braces of its own.
  return printsAsWritten(program, WITHOUT_DOLLAR, (text) =>
    (text.match(/`[^`\n]*`/g) ?? []).join("\n").replaceAll("${", ""),
  );
}

/** The mistake of a program that prints what matches `pattern` and stands in the part of its text that `look` gives. */
function printsAsWritten(
  program: Program,
  pattern: RegExp,
  look: (text: string) => string,
): Mistake | undefined {
  const printed = program.stdout() + program.stderr();
  if (!printed.includes("{")) return undefined;
  const text = readFileSync(program.file, "utf8");
  const source = look(text);
  const lines = text.split(/\r?\n/);
  for (const actual of printed.split(/\r?\n/)) {
    // What others have sent to it may look the same by chance.
    const meant = actual.match(pattern)?.find((text) => source.includes(text));
    // Where an exception ends a program, Node quotes its line.
    if (meant !== undefined && !lines.includes(actual) && !USAGE.test(actual))
      return new Mistake("prints-placeholders", program, { actual, meant });
  }
  return undefined;
}

/** What `program` has printed on stdout since it had printed `before`. */
export function printedSince(program: Program, before: string): string {
  return program.stdout().slice(before.length);
}

/** Whether `printed` shows a Buffer as console.log() does, or its bytes as JSON. */
export function showsRawBuffer(printed: string): boolean {
  return /<Buffer|"type":"Buffer"|\[(\s*\d+,){2}|Uint8Array/.test(printed);
}

/** The name of the function that `printed` shows: its code, or [Function: name] as console.log() does. */
export function functionIn(printed: string): string | undefined {
  return /\bfunction (\w*)\(|\[Function:? ?(\w*)/.exec(printed)?.slice(1).join("");
}

/** Where the server sockets of `program` listen, or have listened: on the network, or at a file (a Unix socket). */
export function listensAt(program: Program): (AddressInfo | string)[] {
  return program
    .reports()
    .flatMap((report) => (report.kind === "listening" && report.address !== null ? [report.address] : []));
}

/** What is wrong with `program`, which has handed over `text` in the place of the port: Node takes it for a file. */
export function textForPort(program: Program, text: string): Mistake {
  const isSwapped = program
    .reports()
    .some(
      (report) => "given" in report && report.given?.[0] === text && Number(report.given[1]) === program.port,
    );
  return new Mistake(isSwapped ? "swaps-host-and-port" : "text-for-port", program, { actual: text });
}

/** Whether a program has called listen() or connect(), or what creates a socket and connects it. */
export function asksForNetwork(reports: readonly TimedReport[]): boolean {
  return reports.some(
    (report) =>
      (report.kind === "called" && /^(listen|connect)$/.test(report.method)) ||
      (report.kind === "created" && report.given !== undefined),
  );
}

/** Whether `server` has been given a connection by its system, or other processes may have been. */
export function hasAccepted(server: Program): boolean {
  return hasProcesses(server) || server.reports().some(({ kind }) => kind === "accepted");
}

/** Whether a timer of a socket has told `program` that nothing came for a while. */
export function hasTimedOut(program: Program): boolean {
  return program.reports().some((report) => report.kind === "emitted" && report.event === "timeout");
}

/** Whether a timer would make `program` act when it last received something, or was connected, or after that. */
export function hasTimer(program: Program): boolean {
  const reports = program.reports();
  const isReceiving = (report: TimedReport) =>
    report.kind === "emitted" && (report.event === "data" || report.event === "connect");
  const received = reports.findLastIndex(isReceiving);
  if (received < 0) return false;
  const isPending = (report: TimedReport) => report.kind === "timer" && report.isPending;
  const before = reports.slice(0, received).findLast(({ kind }) => kind === "timer");
  return (before !== undefined && isPending(before)) || reports.slice(received).some(isPending);
}

/** Whether `server` has set a timer since it has been given a connection. */
export function timesClient(server: Program): boolean {
  const reports = server.reports();
  const given = reports.findIndex((report) => report.kind === "emitted" && report.event === "connection");
  return given >= 0 && reports.slice(given).some((report) => report.kind === "timer" && report.isPending);
}

/** How many bytes a socket of `program` still had to send when that was told last. */
export function unsentBytes(program: Program): number {
  return ofKind(program.reports(), "alive").at(-1)?.unsent ?? 0;
}

/** Whether `program` has started processes of its own. */
export function hasProcesses(program: Program): boolean {
  return program.reports().some((report) => report.kind === "alive" && report.processes > 0);
}

/** How a program was at one time: the memory it took (resident, in bytes), its open connections. */
export interface VitalSigns {
  readonly memory: number;
  readonly connections: number;
}

/** How `program` was, several times a second. */
export function vitalSigns(program: Pick<Program, "reports">): VitalSigns[] {
  return program.reports().filter((report) => report.kind === "alive");
}
