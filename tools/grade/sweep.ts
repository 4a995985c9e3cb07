// Ends what a student's programs have left running: whatever carries the mark that they were started with, or is of the
// user that is theirs alone.
import { readdirSync, readFileSync } from "node:fs";

/** The environment variable with the mark. Programs pass it on to what they start, unless they take care not to. */
export const MARK = "ECHO_GRADE";
/** What is started while others are ended is found when it is looked for again; so often at most. */
const LOOKS = 20;

/** Ends every process with `mark`, and every one of the user `user`. Only Linux tells which these are. */
export function sweep(mark: string, user: number | undefined): void {
  const isTheirs = (pid: number) =>
    (user !== undefined && numbersOfUsers(pid).includes(user)) || carries(pid, mark);
  for (let look = 0; look < LOOKS; look += 1) {
    const found = numbersOfProcesses().filter(isTheirs);
    if (found.length === 0) return;
    for (const pid of found)
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
  }
}

function numbersOfProcesses(): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").map(Number).filter(Number.isInteger);
}

function carries(pid: number, mark: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").includes(`${MARK}=${mark}`);
  } catch {
    return false; // It has ended, or is somebody else's.
  }
}

/** The users that a process acts for. */
function numbersOfUsers(pid: number): number[] {
  try {
    const [, numbers = ""] = /^Uid:\s+(.*)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return numbers.split(/\s+/).map(Number);
  } catch {
    return [];
  }
}
