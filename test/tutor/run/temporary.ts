// Temporary folders, with the number of the process that has made them in their names: who was killed removes none.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Makes a folder whose name begins with `prefix`. Gives its path, which nobody had before. */
export function temporaryFolder(prefix: string): string {
  return mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
}

/** Removes `folder`, if it can be. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // It is somebody else's, or in use; who looks for remains next tries again.
  }
}

/** The names of the folders with `prefix` in their names whose processes have gone. */
export function remainsOf(prefix: string): string[] {
  return readdirSync(tmpdir()).filter((name) => {
    const pid = name.startsWith(prefix) ? Number(/^(\d+)-/.exec(name.slice(prefix.length))?.[1]) : NaN;
    return pid > 0 && !isRunning(pid);
  });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
