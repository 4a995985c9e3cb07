// How a program has to end when all went well: by itself, with exit code 0.
import { watch } from "./watch.ts";
import { Mistake } from "./mistake.ts";
import { hangingWait, impossibleWait, isEndless, takenBefore } from "./waits.ts";
import type { MistakeName } from "./mistakes.ts";
import { hasStoppedListening } from "./open.ts";
import { whyNotFree, type Peer } from "../run/peer.ts";
import type { Program } from "../run/program.ts";
import type { Report, TimedReport } from "../run/reports.ts";

/** Waits for the end of `program`. When it goes on, it is told the mistake `otherwise`. */
export async function endsByItself(program: Program, otherwise: MistakeName): Promise<void> {
  await watch(program, () => false);
  const end = program.exit();
  if (end === undefined) {
    const isElse = otherwise === "never-closes-listener" && hasStoppedListening(program.reports());
    throw new Mistake(isElse ? "never-ends" : otherwise, program);
  }
  if (end.code !== 0) throw new Mistake("exits-with-failure", program, { actual: String(end.code) });
}

/**
 * Throws when `program` has reset a connection. Whether the other side learns of it is a matter of chance: it may have
 * read all, and the end of the stream, before.
 */
function checkNoReset(program: Program): void {
  const isReset = (report: Report) => report.kind === "called" && report.method === "resetAndDestroy";
  if (program.reports().some(isReset)) throw new Mistake("resets-connection", program);
}

/**
 * Waits until `program` has closed its side of the connection with `peer`, in order, closes the other side, and waits
 * until the program has ended and its port is free.
 */
export async function closesAndEnds(program: Program, peer: Peer): Promise<void> {
  const closing = await watch(program, () => peer.closing());
  if (closing === undefined) throw new Mistake("never-closes-connection", program);
  if (closing === "reset") throw new Mistake("resets-connection", program);
  checkNoReset(program);
  peer.end();
  const otherwise = program.side === "server" ? "never-closes-listener" : "never-ends";
  await endsByItself(program, otherwise);
  checkNoReset(program); // What it has done may be known only now.
  if (program.side === "server" && (await whyNotFree(program.port, program.host)) !== undefined)
    throw new Mistake(otherwise, program);
}

/** Whether a program waits for what cannot come, or no longer. */
function waitsForNothing(reports: readonly TimedReport[]): boolean {
  const hanging = hangingWait(reports);
  if (impossibleWait(reports) !== undefined) return true;
  return (
    hanging !== undefined && (isEndless(hanging, reports) || takenBefore(hanging, reports) !== undefined)
  );
}

/** What two programs are told that wait for each other, if that is what they do: both have a wait that hangs. */
export function stuckTogether(server: Program, client: Program): Mistake | undefined {
  const tell = (program: Program) => {
    const wait = program.exit() ? undefined : hangingWait(program.reports());
    return wait && `"${wait.event}" (${wait.line})`;
  };
  const [meant, actual] = [tell(server), tell(client)];
  if (meant === undefined || actual === undefined) return undefined;
  // One that can never go on is to blame, or else one that still runs.
  const culprit =
    [server, client].find((program) => waitsForNothing(program.reports())) ??
    (client.exit() ? server : client);
  return new Mistake("stuck-together", culprit, { meant, actual });
}
