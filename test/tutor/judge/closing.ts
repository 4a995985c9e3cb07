// What has closed a connection from within: seen by the program's probe, with its line.
import { ofKind, type Report, type TimedReport } from "../run/reports.ts";

/** What Node says when something is sent on a socket whose own side has been ended. */
export const AFTER_END = /write after end|ERR_STREAM_WRITE_AFTER_END|ended by the other party/;

/** Which closing counts. "cut": only one that is not in order; "loop": only one by a loop; "away": also what the
 * server has dropped itself; "signal": the first one of the first connection after a signal. */
export type Which = "first" | "last" | "cut" | "loop" | "away" | "signal";

export interface Closing {
  /** A call; a loop over the socket itself, at its end; or Node, since the other side has ended and half-open was not asked for. */
  readonly by:
    "exit" | "end" | "destroy" | "destroySoon" | "resetAndDestroy" | "loop" | "half-open" | "maxConnections";
  readonly line: number;
  /** How many bytes the socket still had to send. */
  readonly waiting: number;
  /** Where end() was called before. */
  readonly ended?: number;
}

/** What closes a connection, or one's own side of it. */
export const CLOSES = /^(end|destroy|destroySoon|resetAndDestroy)$/;

/** What closed the connection that was closed last, if it is one of those that count. */
export function closingOf(reports: readonly TimedReport[], which: Which): Closing | undefined {
  const closing = which === "signal" ? closingAtSignal(reports) : lastClosing(reports, which);
  if (which === "cut" && /^(end|half-open)$/.test(closing?.by ?? "")) return undefined;
  return which === "loop" && closing?.by !== "loop" ? undefined : closing;
}

/** The first thing that ended it, or the last one that did not even let it end in order. */
function lastClosing(reports: readonly TimedReport[], which: Which): Closing | undefined {
  const closing = ofKind(reports, "called").filter(
    (call) =>
      call.type === "net.Socket" && CLOSES.test(call.method) && (!call.isIndirect || isLoop(call, reports)),
  );
  if (which === "away" && ofKind(reports, "emitted").some(({ event }) => event === "drop"))
    return { by: "maxConnections", line: 0, waiting: 0 };
  const exit = ofKind(reports, "exits").at(-1);
  const id = closing.at(-1)?.id;
  const isClosed = ofKind(reports, "emitted").some((other) => other.id === id && other.event === "close");
  if (exit !== undefined && (which !== "first" || id === undefined) && !isClosed)
    return { by: "exit", line: exit.line, waiting: 0 };
  const calls = closing.filter((call) => call.id === id);
  const call = which === "first" ? calls[0] : (calls.findLast(({ method }) => method !== "end") ?? calls[0]);
  const byNode = endedByNode(reports);
  if (call === undefined || (which === "first" && byNode !== undefined && byNode.at < reports.indexOf(call)))
    return byNode?.closing;
  const { method, line, waiting = 0 } = call;
  const end = calls.slice(0, calls.indexOf(call)).find((other) => other.method === "end");
  return {
    by: call.isIndirect ? "loop" : (method as "end"),
    line,
    waiting,
    ...(end !== undefined && { ended: end.line }),
  };
}

/** What closed the first connection after a signal. Others that have come since end in their own way. */
function closingAtSignal(reports: readonly TimedReport[]): Closing | undefined {
  const client = ofKind(reports, "accepted")[0]?.id;
  const since = reports.slice(reports.findIndex(({ kind }) => kind === "signal") + 1);
  const closes = since.find(
    (report) =>
      (report.kind === "exits" && report.line > 0) ||
      (report.kind === "called" && report.id === client && CLOSES.test(report.method)),
  );
  if (closes?.kind === "exits") return { by: "exit", line: closes.line, waiting: 0 };
  if (closes?.kind !== "called") return undefined;
  return { by: closes.method as "end", line: closes.line, waiting: closes.waiting ?? 0 };
}

/** Whether it is a loop over the socket itself that has called it. */
function isLoop(call: Extract<Report, { kind: "called" }>, reports: readonly TimedReport[]): boolean {
  return ofKind(reports, "wait").some(
    (wait) => wait.id === call.id && wait.way === "on" && wait.line === call.line,
  );
}

/** A socket that was ended by Node since the other side had ended, and when. */
function endedByNode(reports: readonly TimedReport[]): { closing: Closing; at: number } | undefined {
  const server = ofKind(reports, "created").find(({ type }) => type === "net.Server");
  const end = ofKind(reports, "emitted").find(({ event, halfOpen }) => event === "end" && halfOpen === false);
  if (server === undefined || end === undefined) return undefined;
  return { closing: { by: "half-open", line: server.line, waiting: 0 }, at: reports.indexOf(end) };
}
