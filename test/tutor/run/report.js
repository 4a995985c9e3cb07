// How a program's probe tells what it sees: one line of JSON each, on file descriptor 3.
import { writeSync } from "node:fs";
import path from "node:path";

const DESCRIPTOR = 3;

/** The file of the program, as its author knows it. */
export const file = process.env["ECHO_PROBE"];
/**
 * Only the program itself is observed. In processes that it starts, the descriptor is something else: after fork(), the
 * channel to its parent. They inherit the environment, so what is meant for the program is taken out of it.
 */
export const isObserved = file !== undefined;
delete process.env["ECHO_PROBE"];
/** Whether it is started ahead of time, and has to wait for its turn. */
export const isEarly = process.env["ECHO_EARLY"] !== undefined;
delete process.env["ECHO_EARLY"];

/** @typedef {import("./reports.ts").Report} Report */

/** Tells `what`, and how much the program had printed on stdout by then. */
export function report(/** @type {Report} */ what) {
  try {
    // It is a socket where it is a pipe, as it is when a program is observed.
    const { bytesWritten = 0 } = /** @type {{ bytesWritten?: number }} */ (process.stdout);
    writeSync(DESCRIPTOR, `${JSON.stringify({ ...what, printed: bytesWritten })}\n`);
  } catch (error) {
    // Who has started the program is gone, and nobody would end it.
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EPIPE") process.kill(process.pid, "SIGKILL");
  }
}

const pattern = new RegExp(`${path.basename(file ?? "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}:(\\d+):\\d+`);

/** @type {(callee: Function, depth: number) => string[]} */
function framesAbove(callee, depth) {
  /** @type {{ stack?: string }} */
  const trace = {};
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = depth;
  Error.captureStackTrace(trace, callee);
  Error.stackTraceLimit = stackTraceLimit;
  return (trace.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
}

function lineIn(/** @type {string} */ frame) {
  return Number(pattern.exec(frame)?.[1] ?? 0);
}

/** The line of the program that has called `callee` itself; 0 if it was called by something else. */
export function lineOfCall(/** @type {Function} */ callee) {
  return lineIn(framesAbove(callee, 1)[0] ?? "");
}

/** The line of the program from which it came, by whatever way, that `callee` was called; 0 if it is none of its. */
export function lineBehind(/** @type {Function} */ callee) {
  return lineIn(framesAbove(callee, 20).find((frame) => pattern.test(frame)) ?? "");
}

/** The line of the program from which all began that has led to the call of `callee`; 0 if it is none of its. */
export function lineOfOrigin(/** @type {Function} */ callee) {
  return lineIn(framesAbove(callee, 20).findLast((frame) => pattern.test(frame)) ?? "");
}

/** The line that a stack trace names first; 0 without one. */
export function lineInStack(/** @type {unknown} */ stack) {
  return lineIn(
    String(stack)
      .split("\n")
      .find((frame) => /^\s+at /.test(frame) && pattern.test(frame)) ?? "",
  );
}
