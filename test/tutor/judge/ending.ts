// How a program has to end when all went well: by itself, with exit code 0.
import { watch } from "./watch.ts";
import { Mistake } from "./mistake.ts";
import type { MistakeName } from "./mistakes.ts";
import { hasStoppedListening } from "./open.ts";
import { whyNotFree, type Peer } from "../run/peer.ts";
import type { Program } from "../run/program.ts";
import type { Report } from "../run/reports.ts";

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
