// What a process and those that it has started use: Linux counts it in /proc (proc(5)).
import { readdirSync, readFileSync } from "node:fs";

/** What `read` gives, or undefined where the process has ended, or the system has no such file. */
function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The process `pid`, and all below it. Only itself where the system does not tell. */
export function processes(pid: number): number[] {
  const children = orNothing(() => readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")) ?? "";
  return [pid, ...(children.match(/\d+/g) ?? []).flatMap((child) => processes(Number(child)))];
}

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

/** The time that all threads have been on a processor, in nanoseconds: /proc/PID/stat counts only in 10 ms. */
function threadTimes(pid: number): number[] {
  const threads = orNothing(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  return threads.flatMap((thread) => {
    const text = orNothing(() => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8"));
    return text === undefined ? [] : [Number(text.split(" ")[0])];
  });
}

/** How many descriptors (files, sockets included) the process `pid` has open, or undefined where it is not known. */
export function descriptors(pid: number): number | undefined {
  return orNothing(() => readdirSync(`/proc/${pid}/fd`).length);
}

/** Processor time so far, in seconds, or undefined where it is not known. */
export function processorTime(pid: number): number | undefined {
  const times = processes(pid).flatMap(threadTimes);
  return times.length > 0 ? sum(times) / 1e9 : undefined;
}

/** Memory in use, in bytes: what processes share is counted once. Undefined where it is not known. */
export function memory(pid: number): number | undefined {
  const sizes = processes(pid).flatMap((each) => {
    const text = orNothing(() => readFileSync(`/proc/${each}/smaps_rollup`, "utf8"));
    const kibibytes = /^Pss:\s+(\d+) kB/m.exec(text ?? "")?.[1];
    return kibibytes === undefined ? [] : [Number(kibibytes) * 1024];
  });
  return sizes.length > 0 ? sum(sizes) : undefined;
}
