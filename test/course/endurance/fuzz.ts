// What the tests at random have in common: they start the finished solution, and say how they have to end.
import assert from "node:assert/strict";
import { solution } from "../../tutor/course/course.ts";
import { errorLines } from "../../tutor/judge/diagnose.ts";
import { PATIENCE } from "./finished.ts";
import { linesWithPort } from "../../tutor/judge/output.ts";
import { freePort } from "../../tutor/run/peer.ts";
import { hasSignals } from "../../tutor/run/process.ts";
import { startProgram, type Program } from "../../tutor/run/program.ts";
import type { Random } from "./random.ts";
import { harmless } from "../../tutor/judge/quote.ts";
import { behave, CONTROL } from "./visitors.ts";

/** How many programs run at the same time for one test. */
export const AT_ONCE = 4;
/** The most bytes that a client of the server sends. */
export const MOST_BYTES = 256 * 1024;
/** How long, in milliseconds, it may take until the end of a server is known that has left its clients alone. */
const DYING = 1_000;
/** How many characters of what a program has printed are shown when it is wrong. */
const SHOWN = 300;
/** Does something with a program, and ends it. */
export async function withProgram<Result>(program: Program, use: () => Promise<Result>): Promise<Result> {
  try {
    return await use();
  } finally {
    await program.kill();
  }
}

/** Starts the server with `args`, waits until it listens, does something with it, and ends it. */
export async function withServer(args: string[], use: (server: Program) => Promise<void>): Promise<void> {
  const server = startProgram(solution, "server", { port: await freePort(), args });
  await withProgram(server, async () => {
    await server.transcript.until(() => linesWithPort(server)[0] ?? server.exit(), PATIENCE);
    await use(server);
  });
}

/** The end of what `program` has printed, and how it ended: for a message about what is wrong. */
function story(program: Program): string {
  const [printed, complained] = [program.stdout(), program.stderr()].map((text) =>
    harmless(text.slice(-SHOWN)),
  );
  return `${program.side}, exit code ${program.exit()?.code}, stdout ${printed}, stderr ${complained}`;
}

/** Has a client that behaves well visit `server`. Throws unless it is served, and what is printed harmless. */
export async function visit(server: Program, random: Random): Promise<void> {
  try {
    await behave(random, server.port, MOST_BYTES);
  } catch (error) {
    // A server that has just died is the better explanation.
    await server.transcript.until(server.exit, DYING);
    throw new Error(`${(error as Error).message}: ${story(server)}`);
  }
  isHarmless(server);
}

/** Ends a server with --keep-open as Ctrl+C does. Throws when it had ended before, or ends in another way. */
export async function stop(server: Program): Promise<void> {
  assert.equal(server.exit(), undefined, story(server));
  server.signal("SIGTERM");
  const exit = await server.transcript.until(server.exit, PATIENCE);
  if (hasSignals) assert.equal(exit?.code, 0, story(server));
  isHarmless(server);
}

/**
 * Waits for the end of `program`. Throws unless its exit code is one of `codes`, and one line says why it is 1.
 * `told` is what is worth knowing of how it was started.
 */
export async function ends(program: Program, codes: readonly number[], told = ""): Promise<void> {
  const exit = await program.transcript.until(program.exit, PATIENCE);
  assert.ok(
    exit?.code != null && codes.includes(exit.code),
    `not exit code ${codes.join(" or ")}: ${told} ${story(program)}`,
  );
  assert.equal(
    errorLines(program).length,
    exit.code,
    `a failure is one line and exit code 1: ${told} ${story(program)}`,
  );
}

/** Throws when what `program` has printed could control a terminal, beside `own`, which its user gave it. */
export function isHarmless(program: Program, own = ""): void {
  const printed = program.stdout().replace(own, "") + program.stderr();
  const at = printed.search(CONTROL);
  assert.ok(at < 0, `the ${program.side} has printed ${harmless(printed.slice(at, at + SHOWN))} as it is`);
}
