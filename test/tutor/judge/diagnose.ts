// Mistakes that show in how a program ended, whatever it was asked to do.
import { readFileSync } from "node:fs";
import path from "node:path";
import { Mistake } from "./mistake.ts";
import { ERROR_LINE, unsentBytes } from "./output.ts";
import { FOREIGN_QUOTE, foreignEnd } from "./types.ts";
import type { Program } from "../run/program.ts";
import { printedBy, type Transcript } from "../run/transcript.ts";

/** Node's exit code when the event that a top-level `await` waits for can no longer come. */
const UNSETTLED_AWAIT = 13;

/** Lines on stderr that Node itself writes about the future of its interfaces, not about the program. */
const NODE_WARNING = /^\((node:\d+\)|Use `node --trace-)/;

/** A line of a stack trace that is there only because the program is observed. */
const PROBE = /^\s+at .*\btutor\/run\/\w+\.js:/;

/** What is left of a program. */
type Traces = Pick<Program, "side" | "file"> & { readonly transcript: Pick<Transcript, "events"> };

/** The lines that a program printed on stderr. */
export function errorLines({ transcript, side }: Traces): string[] {
  return printedBy(transcript, side, "stderr")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "" && !NODE_WARNING.test(line) && !PROBE.test(line));
}

/** Whether `program` ended because the event that it waited for could no longer come. */
export function awaitsForever(program: Program): boolean {
  return program.exit()?.code === UNSETTLED_AWAIT;
}

/** The exception that ended `program`, as Node reports it: its message, and the line in the program's file. */
export function uncaught(program: Traces): { message: string; line?: number } | undefined {
  const lines = errorLines(program);
  // A program may print a stack trace, too. Only Node says its version below.
  const farewell = lines.findIndex((line) => /^Node\.js v\d/.test(line));
  if (farewell < 0) return undefined;
  const stack = lines.findIndex((line) => /^\s+at .*[:(]/.test(line));
  const head = lines.slice(0, stack < 0 ? farewell : stack);
  const message = head.findLast((line) => ERROR_LINE.test(line)) ?? head.at(-1) ?? "";
  const place = lines.find((line) => line.includes(`${path.basename(program.file)}:`));
  const line = place === undefined ? undefined : /\.ts:(\d+)/.exec(place)?.[1];
  return { message, ...(line !== undefined && { line: Number(line) }) };
}

const MEBIBYTE = 1024 * 1024;
/** So many bytes that wait for the other side are worth a word. */
const MUCH = 64 * MEBIBYTE;
const FLOODS = { output: "floods-output", connection: "floods-connection", memory: "fills-memory" } as const;

/** The mistake of a program of which there was too much, if there was. */
export function floodOf(program: Program): Mistake | undefined {
  const flood = program.transcript.flood(program.side);
  if (flood === undefined) return undefined;
  const unsent = flood === "memory" ? unsentBytes(program) : 0;
  const facts = unsent < MUCH ? {} : { actual: String(MUCH / MEBIBYTE) };
  return new Mistake(FLOODS[flood], program, facts);
}

/** Throws the mistake that shows in how `program` ended, if one does. */
export function diagnose(program: Program): void {
  const flood = floodOf(program);
  if (flood !== undefined) throw flood;
  const exit = program.exit();
  if (exit === undefined) return;
  const { message, line } = uncaught(program) ?? {};
  const where = line === undefined ? {} : { line };

  const transform = /\.ts:(\d+):\d+: ERROR: (.*)/.exec(program.stderr());
  const quote = transform && FOREIGN_QUOTE.exec(/"(.)"$/u.exec(transform[2]!)?.[1] ?? "")?.[0];
  if (transform && quote)
    throw new Mistake("foreign-quotes", program, { actual: quote, line: Number(transform[1]) });
  if (transform) {
    const end = foreignEnd(readFileSync(program.file, "utf8"), Number(transform[1]), transform[2]!);
    if (end) throw new Mistake("foreign-quotes", program, end);
    throw new Mistake("does-not-parse", program, { detail: transform[2]!, line: Number(transform[1]) });
  }
  const missing = /(?:Cannot find (?:package|module)|No such built-in module:) '?([^'\s]+)/.exec(
    program.stderr(),
  );
  if (missing) {
    const lines = readFileSync(program.file, "utf8").split(/\r?\n/);
    const line = 1 + lines.findIndex((text) => text.includes(missing[1]!));
    throw new Mistake("missing-module", program, { detail: missing[1]!, ...(line > 0 && { line }) });
  }
  const port = /(?:EADDRINUSE|ECONNREFUSED|EACCES).*:(\d+)$/m.exec(message ?? "")?.[1];
  if (port !== undefined && Number(port) !== program.port) {
    throw new Mistake("hard-coded-port", program, {
      actual: port,
      expected: String(program.port),
    });
  }
  const address = /ECONNREFUSED (\S+):\d+$/m.exec(message ?? "")?.[1];
  if (address !== undefined && address !== program.host)
    throw new Mistake("connects-elsewhere", program, { actual: address, expected: program.host });
  if (message !== undefined) throw new Mistake("crashed", program, { detail: message, ...where });
  if (awaitsForever(program)) throw new Mistake("awaits-forever", program);
  if (exit.signal !== null) throw new Mistake("crashed", program, { detail: exit.signal });
}

/** Throws when Node has warned that `program` adds listeners to one object again and again. */
export function checkListeners(program: Program): void {
  const [warning] = /MaxListenersExceededWarning: .*/.exec(program.stderr()) ?? [];
  // "11 end listeners added to [Socket]": from the eleventh on (node:events, defaultMaxListeners).
  const event = /\d+ (\w+) listeners? added/.exec(warning ?? "")?.[1];
  if (event === undefined) return;
  throw new Mistake("leaks-listeners", program, {
    actual: event,
  });
}
