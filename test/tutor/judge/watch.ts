// How a check waits for what a program does: until it is done, or the program has ended, or can no longer act.
import { setImmediate as nextTurn } from "node:timers/promises";
import { diagnose } from "./diagnose.ts";
import { Mistake } from "./mistake.ts";
import type { Peer } from "../run/peer.ts";
import type { Exit } from "../run/process.ts";
import type { Program } from "../run/program.ts";

/** How long, in milliseconds, Node may take to load before it runs a program. */
const LOADING = 30_000;
/** How long loading takes on a machine that is not too busy, with a few programs at the same time. */
const USUAL_LOADING = 800;
/** How long, in milliseconds, a program that has been loaded may take for what it has to do. Right ones need about 10. */
export const ANSWERING = 4_000;
/** How long a program that is alive may take to say so, see probe.js. */
const PULSE = 2_000;
/** How many turns of the event loop it takes at most until all that a program has sent before its end is read. */
export const SETTLING = 20;

/** How many times slower than usual this machine is now: so much more time a program gets. */
export async function slowness({ transcript, exit }: Program): Promise<number> {
  await transcript.until(() => transcript.events.some(({ kind }) => kind === "probe") || exit(), LOADING);
  const loaded = transcript.events.find(({ kind }) => kind === "probe")?.at ?? 0;
  return Math.max(1, loaded / USUAL_LOADING);
}

/**
 * Waits until `look` finds something in what `program` does; gives up when the program has ended, or rests, or after
 * `patience` milliseconds. Throws the mistake that shows from how the program ended, or goes on, if one does.
 */
export async function watch<Found>(
  program: Program,
  look: () => Found | undefined | false,
  patience = ANSWERING,
): Promise<Found | undefined> {
  const { transcript, exit, isAtRest } = program;
  const slow = await slowness(program);
  const isOver = () => exit() ?? transcript.flood(program.side) ?? isAtRest();
  await transcript.until(() => look() || isOver(), patience * slow);
  // What a program has sent may be read a moment after its end was seen, although it is all here already.
  for (let turn = 0; turn < SETTLING && exit() && !look(); turn += 1) await nextTurn();
  const found = look();
  if (found !== undefined && found !== false) return found;
  diagnose(program);
  const before = transcript.events.length;
  const isAlive = () =>
    transcript.events.slice(before).some(({ kind, from }) => kind === "probe" && from === program.side);
  if (!isAtRest() && !(await transcript.until(() => isAlive() || exit(), PULSE * slow))) {
    throw new Mistake("never-stops-computing", program);
  }
  return undefined;
}

/** The same, for programs that act on each other: while one is at rest, the other may wake it. */
export async function watchAll<Found>(
  programs: readonly Program[],
  look: () => Found | undefined | false,
): Promise<Found | undefined> {
  const { transcript } = programs[0]!;
  const slow = await slowness(programs[0]!);
  const isOver = () => programs.every(({ exit, isAtRest }) => exit() ?? isAtRest());
  await transcript.until(() => look() || isOver(), ANSWERING * slow);
  const found = look();
  if (found !== undefined && found !== false) return found;
  // Who has ended first may be why the others have.
  const endOf = ({ side }: Program) =>
    transcript.events.findIndex(({ kind, from }) => kind === "exit" && from === side);
  for (const program of programs.toSorted((one, other) => endOf(one) - endOf(other))) diagnose(program);
  return undefined;
}

/** Waits until `program` has closed its side of the connection with `peer`, or has ended, or rests. */
export async function settles(program: Program, peer: Peer): Promise<void> {
  const slow = await slowness(program);
  const isOver = () => peer.closing() ?? program.exit() ?? program.isAtRest();
  await program.transcript.until(isOver, ANSWERING * slow);
}

/** Waits for the end of `program`, however it ends. Gives undefined when it goes on for too long. */
export async function watchEnd(program: Program): Promise<Exit | undefined> {
  const slow = await slowness(program);
  await program.transcript.until(() => program.exit() ?? program.isAtRest(), ANSWERING * slow);
  return program.exit();
}
