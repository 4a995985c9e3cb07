// Ends processes with all that they have started, at the latest when this process ends.
import { spawnSync, type ChildProcess } from "node:child_process";

const running = new Set<ChildProcess>();

/** Kills every program that still runs, now. */
export function killAll(): void {
  for (const child of running) killTree(child);
}

/** Kills `child`, and all that it has started: they are one group of processes, or on Windows a tree. */
export function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") return killWindowsTree(child);
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nobody of the group is left, or it has none.
  }
  child.kill("SIGKILL"); // From now on it counts as killed, although it takes a moment until its end is known.
}

function killWindowsTree(child: ChildProcess): void {
  // Nobody knows the tree of one that has ended, and its number may be somebody else's by now.
  if (child.exitCode !== null || child.signalCode !== null) return;
  const { status } = spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"], {
    stdio: "ignore",
    windowsHide: true,
  });
  if (status !== 0) child.kill("SIGKILL"); // There is no taskkill, or it may not.
}

// Whatever ends the checks, Ctrl+C included, ends the programs that they have started.
process.once("exit", killAll);
for (const [signal, number] of [
  ["SIGINT", 2],
  ["SIGTERM", 15],
  ["SIGHUP", 1],
] as const) {
  process.once(signal, () => process.exit(128 + number));
}

/** Has `child`, which was just started, killed at the latest when this process ends. */
export function killAtEnd<T extends ChildProcess>(child: T): T {
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}
