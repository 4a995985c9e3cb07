// What keeps a program running that has nothing more to do: seen by its probe.
import { ofKind, type TimedReport } from "../run/reports.ts";

export interface Open {
  readonly what: "server" | "socket" | "timer";
  /** Where it was created; 0 if that is not known. */
  readonly line: number;
}

/** What is still open, or undefined if that cannot be seen. */
export function openIn(reports: readonly TimedReport[]): Open | undefined {
  if (ofKind(reports, "timer").at(-1)?.isPending) return { what: "timer", line: 0 };
  const emitted = ofKind(reports, "emitted");
  const closed = emitted.flatMap(({ id, event }) => (event === "close" ? [id] : []));
  const connected = [
    ...ofKind(reports, "accepted"),
    ...emitted.filter(({ event }) => event === "connect"),
  ].filter(({ id }) => !closed.includes(id));
  const open = listeningIn(reports) ?? connected.at(-1)?.id;
  if (open === undefined) return undefined;
  const made = ofKind(reports, "created").find(({ id }) => id === open);
  return { what: made?.type === "net.Server" ? "server" : "socket", line: made?.line ?? 0 };
}

/** The number of a server socket that still listens. */
function listeningIn(reports: readonly TimedReport[]): number | undefined {
  const isClosed = (id: number) =>
    reports.some(
      (report) =>
        (report.kind === "called" && report.id === id && report.method === "close") ||
        (report.kind === "emitted" && report.id === id && report.event === "close"),
    );
  return ofKind(reports, "listening").find(({ id }) => !isClosed(id))?.id;
}

/** Whether a program has listened, and does not any more. */
export function hasStoppedListening(reports: readonly TimedReport[]): boolean {
  return ofKind(reports, "listening").length > 0 && listeningIn(reports) === undefined;
}
