// The results as text.
import { twoDigits } from "../tutor/course/course.ts";
import type { Results } from "./echo.ts";
import type { Feedback, Run, Save } from "./feedback.ts";
import type { Machine } from "./machine.ts";
import { FINISHED, PIPE } from "./servers.ts";
import { median } from "./statistics.ts";
import { summarize, summarizeIdle, type Row } from "./summary.ts";

/** What is shown where nothing was measured. */
const UNKNOWN = "—";

/** A number with thousands separated, or with so many digits that three of them mean something. */
const number = (value: number): string =>
  value.toLocaleString("en", value < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 });

/** A time, given in seconds. */
export function time(seconds: number | undefined): string {
  if (seconds === undefined) return UNKNOWN;
  if (seconds < 1e-3) return `${number(seconds * 1e6)} µs`;
  return seconds < 1 ? `${number(seconds * 1e3)} ms` : `${number(seconds)} s`;
}

/** A size, given in bytes. */
export function bytes(size: number | undefined): string {
  if (size === undefined) return UNKNOWN;
  return size < 1024 ? `${number(size)} B` : `${number(size / 1024)} KiB`;
}

function percent(share: number | undefined): string {
  return share === undefined ? UNKNOWN : `${Math.round(share * 100)} %`;
}

/** One connection, 1,000 connections. */
const connected = (count: number): string => `${number(count)} connection${count === 1 ? "" : "s"}`;

export const perSecond = (messages: number): string => number(messages);

/** Lines with columns of the same width: the first flush left, the others flush right. An empty row: a blank line. */
function layOut(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const place = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!);
  return rows.map((row) => row.map(place).join("  ")).join("\n");
}

/** The rows in groups: one for each load. */
export function byLoad(rows: readonly Row[]): [title: string, rows: Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const title = `${connected(row.connections)}, ${bytes(row.size)}`;
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  return [...groups];
}

function machineLines({ date, processor, cores, system, versions }: Machine): string[] {
  const programs = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [`${date} · ${processor}, ${cores} cores · ${system}`, programs.join(" · ")];
}

/** The columns of a server under load. */
const LOAD = ["messages/s", "× pipe", "p50", "p99", "CPU/message", "CPU", "CPU of the load"];

function loadRow(row: Row): string[] {
  return [
    row.server,
    perSecond(row.messagesPerSecond),
    row.ratio.toFixed(2),
    time(row.p50),
    time(row.p99),
    time(row.processorPerMessage),
    percent(row.serverShare),
    percent(row.generatorShare),
  ];
}

/** The finished server beside socket.pipe(socket) under one load. */
function verdictRow([title, rows]: [string, Row[]]): string[] {
  const [ours, theirs] = [FINISHED, PIPE].map((name) => rows.find(({ server }) => server === name));
  const processor = (ours?.processorPerMessage ?? NaN) / (theirs?.processorPerMessage ?? NaN);
  return [title, ...[ours?.ratio ?? NaN, processor].map((x) => (Number.isNaN(x) ? UNKNOWN : x.toFixed(2)))];
}

/** How fast the servers echo, as `npm run bench` prints it. */
export function table(results: Results): string {
  const groups = byLoad(summarize(results.cells));
  const idle = summarizeIdle(results.idle);
  return [
    machineLines(results.machine).join("\n"),
    layOut(groups.flatMap(([title, rows]) => [[title, ...LOAD], ...rows.map(loadRow), []])),
    layOut([
      [`${connected(results.idle.connections)}, idle`, "memory for each", "time to connect each"],
      ...idle.map((row) => [row.server, bytes(row.memory), time(row.seconds)]),
    ]),
    layOut([[`${FINISHED} × ${PIPE}`, "messages/s", "CPU/message"], ...groups.map(verdictRow)]),
    "CPU: 100 % is one core. A server that is near it is saturated (each turn has a beginning and an end): the load\n" +
      "generator is not what is measured.\n" +
      "With one connection nothing is saturated: server and client take turns, and the wait is measured.",
    ...results.notes,
  ].join("\n\n");
}

function saveRow({ step, kind, busy, times, state }: Save): string[] {
  const seconds = times.map((milliseconds) => milliseconds / 1000);
  const title = `step ${twoDigits(step)}, ${kind}${busy ? ", all cores busy" : ""}`;
  return [title, time(median(seconds)), time(Math.min(...seconds)), time(Math.max(...seconds)), state];
}

function runRow({ command, situation, seconds, memory, processes }: Run): string[] {
  return [`${command}, ${situation}`, time(seconds), bytes(memory), String(processes)];
}

/** How long learners wait, as `npm run bench feedback` prints it. */
export function feedbackTable({ machine, notes, saves, runs }: Feedback): string {
  return [
    machineLines(machine).join("\n"),
    layOut([["from save to verdict", "median", "from", "to", "verdict"], ...saves.map(saveRow)]),
    layOut([["command", "time", "memory, peak", "processes, peak"], ...runs.map(runRow)]),
    ...notes,
  ].join("\n\n");
}
