// What a program waits for: seen by its probe, with the lines.
import { Mistake } from "./mistake.ts";
import type { Program } from "../run/program.ts";
import type { Report } from "../run/reports.ts";

export type Wait = Extract<Report, { kind: "wait" }>;

/** The waits of `program` for an event that has not come since, the last one first. */
export function pendingWaits(program: Pick<Program, "reports">): Wait[] {
  const reports = program.reports();
  return reports
    .filter((report) => report.kind === "wait")
    .filter(
      (wait) =>
        !reports
          .slice(reports.indexOf(wait))
          .some((other) => other.kind === "emitted" && other.id === wait.id && other.event === wait.event),
    )
    .reverse();
}

/** The wait in which `program` hangs: the last one for an event that somebody awaits and that has not come. */
export function hangingWait(program: Pick<Program, "reports">): Wait | undefined {
  const used = new Set(program.reports().flatMap((report) => (report.kind === "used" ? [report.wait] : [])));
  return pendingWaits(program).find(({ way, wait }) =>
    way !== "listener" && way !== "on" ? used.has(wait) : true,
  );
}

/** What two programs are told that wait for each other. */
export function stuckTogether(server: Program, client: Program): Mistake {
  const [serverWaits, clientWaits] = [server, client].map((program) =>
    program.exit() ? undefined : hangingWait(program),
  );
  const culprit = client.exit() ? server : client;
  const line = (culprit === client ? clientWaits : serverWaits)?.line;
  const tell = (wait: Wait | undefined) => (wait ? `"${wait.event}" (${wait.line})` : "");
  return new Mistake("stuck-together", culprit, {
    expected: tell(serverWaits),
    actual: tell(clientWaits),
    ...(line !== undefined && { line }),
  });
}
