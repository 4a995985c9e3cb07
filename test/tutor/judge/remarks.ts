// What a program that passes does all the same that the lesson warns of. It is no mistake, and never a reason to fail.
import { readFileSync } from "node:fs";
import { shortName } from "../course/course.ts";
import { ofKind, type Report, type TimedReport } from "../run/reports.ts";
import type { Program } from "../run/program.ts";

export type RemarkName = "exits-while-open" | "destroys-without-end" | "adds-listeners" | "decodes-twice";

export interface Remark {
  readonly name: RemarkName;
  /** The file and the line, in the form that terminals make clickable. */
  readonly place: string;
}

type Kind<Name extends Report["kind"]> = Extract<TimedReport, { kind: Name }>;

/** How often a listener is added for the same event of the same object until it is one for each message. */
const MANY = 3;
/** How many lines apart a text is decoded twice at most, if it is the same. */
const NEAR = 4;

/** What there is to say of `program`, from what its probe has reported and from its source. */
export function remarksOn(program: Program): Remark[] {
  const reports = program.reports();
  const lines = readFileSync(program.file, "utf8").split(/\r?\n/);
  const found: readonly (readonly [RemarkName, number | undefined])[] = [
    ["exits-while-open", exitWhileOpen(reports)],
    ["destroys-without-end", destroyWithoutEnd(reports)],
    ["adds-listeners", repeatedListener(reports, lines)],
    ["decodes-twice", secondDecoding(lines)],
  ];
  return found.flatMap(([name, line]) =>
    line === undefined ? [] : [{ name, place: `${shortName(program.file)}:${line}` }],
  );
}

/** The line of a process.exit() at which a connection or the listening socket was still open, if all had gone well. */
function exitWhileOpen(reports: readonly TimedReport[]): number | undefined {
  const exit = reports.findIndex(({ kind }) => kind === "exits");
  if (exit < 0) return undefined;
  const before = reports.slice(0, exit);
  const emitted = ofKind(before, "emitted");
  if (emitted.some(({ event }) => event === "error")) return undefined;
  const opened = [
    ...ofKind(before, "accepted").map(({ id }) => id),
    ...ofKind(before, "listening").map(({ id }) => id),
    ...emitted.filter(({ event }) => event === "connect").map(({ id }) => id),
  ];
  const isClosed = (id: number) => emitted.some((report) => report.id === id && report.event === "close");
  return opened.some((id) => !isClosed(id)) ? (reports[exit] as Kind<"exits">).line : undefined;
}

/** The line of a destroy() of a connection that had neither failed, nor ended on either side. */
function destroyWithoutEnd(reports: readonly TimedReport[]): number | undefined {
  return ofKind(reports, "called").find((call) => {
    const { id, type, method } = call;
    if (method !== "destroy" || type !== "net.Socket") return false;
    const before = reports.slice(0, reports.indexOf(call));
    const has = (...events: string[]) =>
      ofKind(before, "emitted").some((report) => report.id === id && events.includes(report.event));
    const ends = ofKind(before, "called").some((report) => report.id === id && report.method === "end");
    const isConnected = has("connect") || ofKind(before, "accepted").some((report) => report.id === id);
    return isConnected && !ends && !has("error", "end", "timeout", "finish");
  })?.line;
}

/** The line that adds a listener again and again to the same object. */
function repeatedListener(reports: readonly TimedReport[], lines: readonly string[]): number | undefined {
  const waits = ofKind(reports, "wait").filter(
    ({ way, line }) => way === "listener" && /\.(on|addListener)\(/.test(lines[line - 1] ?? ""),
  );
  const same = (one: Kind<"wait">) =>
    waits.filter(({ id, event, line }) => id === one.id && event === one.event && line === one.line);
  return waits.find((wait) => same(wait).length >= MANY)?.line;
}

/** The line that decodes a variable that a line just above it has decoded already. */
function secondDecoding(lines: readonly string[]): number | undefined {
  const decoded = lines.flatMap((text, index) =>
    [...text.replace(/\/\/.*/, "").matchAll(/\b(\w+)\.toString\((?:"utf-?8"|'utf-?8')?\)/g)].map((match) => ({
      name: match[1]!,
      line: index + 1,
    })),
  );
  return decoded.find(
    ({ name, line }, index) =>
      index > 0 && decoded.slice(0, index).some((one) => one.name === name && line - one.line <= NEAR),
  )?.line;
}
