// Which of the two programs is to blame when they talk to each other, and it does not go as it should.
import { uncaught } from "./diagnose.ts";
import { Mistake } from "./mistake.ts";
import { hasStoppedListening } from "./open.ts";
import { asksForNetwork } from "./output.ts";
import { hangingWait, impossibleWait, isEndless, takenBefore } from "./waits.ts";
import type { Program } from "../run/program.ts";
import { ofKind, type TimedReport } from "../run/reports.ts";

/** Whether a program waits for what cannot come, or no longer. */
function waitsForNothing({ file, reports }: Program): boolean {
  const known = reports();
  const hanging = hangingWait(known);
  if (impossibleWait(known, file) !== undefined) return true;
  return hanging !== undefined && (isEndless(hanging, known) || takenBefore(hanging, known) !== undefined);
}

/** What two programs are told that wait for each other, if that is what they do: both have a wait that hangs. */
export function stuckTogether(server: Program, client: Program): Mistake | undefined {
  const tell = (program: Program) => {
    const wait = program.exit() ? undefined : hangingWait(program.reports());
    return wait && `"${wait.event}" (${wait.line})`;
  };
  const [meant, actual] = [tell(server), tell(client)];
  if (meant === undefined || actual === undefined) return undefined;
  // One that can never go on is to blame, or one whose turn it is, or else one that still runs.
  const culprit =
    [server, client].find(waitsForNothing) ??
    (client.exit() || keepsOpen(server.reports()) ? server : client);
  return new Mistake("stuck-together", culprit, { meant, actual });
}

/** Whether a client has finished, and the server has not ended its own side. */
function keepsOpen(reports: readonly TimedReport[]): boolean {
  const ended = ofKind(reports, "emitted").find(({ event, halfOpen }) => event === "end" && halfOpen);
  return (
    ended !== undefined &&
    !ofKind(reports, "called").some(({ id, method }) => id === ended.id && /^(end|destroy)/.test(method))
  );
}

/** Of `programs`, the one that has failed; of two, the one that said so first: it may be why the other has. */
export function firstToFail(programs: readonly [Program, ...Program[]]): Program | undefined {
  const failed = programs.filter(({ exit }) => exit()?.code);
  const words = programs[0].transcript.events.find(
    (event) =>
      event.kind === "print" && event.stream === "stderr" && failed.some(({ side }) => side === event.from),
  );
  return failed.find(({ side }) => side === words?.from) ?? failed[0];
}

/** What `server` is told that has left `client` alone, whatever that has made of it: gone before it came, or silent. */
export function leftAlone(server: Program, client: Program): Mistake | undefined {
  if (uncaught(server)) return undefined;
  const [served, asked] = [server.reports(), client.reports()];
  const isOver = server.exit() !== undefined || hasStoppedListening(served);
  const isConnected = ofKind(asked, "emitted").some(({ event }) => event === "connect");
  if (asksForNetwork(asked) && !isConnected && isOver) return new Mistake("never-listens", server);
  if (!isConnected || !sends(asked) || sends(served) || bytesReceived(client) > 0) return undefined;
  return leavesFirst(asked) ? undefined : new Mistake("no-echo", server);
}

/** Whether a program has handed over bytes to a socket, or has had them piped there. */
function sends(reports: readonly TimedReport[]): boolean {
  return (
    ofKind(reports, "called").some(({ method, bytes = 0 }) => bytes > 0 || method === "pipe") ||
    ofKind(reports, "wait").some(({ way }) => way === "pipeline")
  );
}

/** How many bytes `client` has been given by its socket. */
export function bytesReceived(client: Program): number {
  return ofKind(client.reports(), "emitted").reduce(
    (sum, { event, bytes = 0 }) => sum + (event === "data" ? bytes : 0),
    0,
  );
}

/** Whether a client has closed its connection, or itself, before the other side has. */
function leavesFirst(reports: readonly TimedReport[]): boolean {
  const first = reports.find(
    (report) =>
      report.kind === "exits" ||
      (report.kind === "called" && /^(destroy|reset)/.test(report.method)) ||
      (report.kind === "emitted" && /^(end|error|close)$/.test(report.event)),
  );
  return first !== undefined && first.kind !== "emitted";
}
