// How much memory a process takes, seen from outside: one that computes without a pause reports nothing.
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

/** No right program takes so many bytes, resident. */
export const MOST_MEMORY = 512 * 1024 * 1024;
/** How often to look, in milliseconds. */
const LOOKING = 100;

/**
 * Calls `tooMuch` once `child` takes more than MOST_MEMORY. Only Linux tells it for the price of reading a file
 * (proc_pid_status(5)); elsewhere the probe's own reports have to do.
 */
export function watchMemory(child: ChildProcess, tooMuch: () => void): void {
  if (process.platform !== "linux") return;
  const timer = setInterval(() => {
    if (residentIn(child.pid) > MOST_MEMORY) tooMuch();
  }, LOOKING).unref();
  child.once("exit", () => clearInterval(timer));
}

/** The resident memory of the process `pid`, in bytes; 0 if it is not known. */
function residentIn(pid: number | undefined): number {
  try {
    const [, kibibytes = 0] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "latin1")) ?? [];
    return Number(kibibytes) * 1024;
  } catch {
    return 0; // It has just ended.
  }
}
