// Where a figure was measured: it means little anywhere else.
import os from "node:os";
import { ask, type CommandLine } from "../course/endurance/foreign.ts";

export interface Machine {
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly system: string;
  /** Of the programs that take part, those that are installed. */
  readonly versions: Readonly<Record<string, string>>;
}

/** The commands in question; the name of each is also that of the program. */
const VERSIONS: readonly CommandLine[] = [
  ["node", "--version"],
  ["python3", "--version"],
  ["socat", "-V"],
  ["cc", "--version"],
];

export function describeMachine(): Machine {
  const versions = VERSIONS.flatMap(([name, ...args]) => {
    const line = ask([name, ...args])
      ?.split("\n")
      .find((text) => /\d/.test(text));
    return line === undefined ? [] : [[name, /\d+(\.\d+)+/.exec(line)?.[0] ?? line]];
  });
  const cores = os.cpus();
  return {
    date: new Date().toISOString(),
    processor: cores[0]?.model.trim() ?? "unknown",
    cores: cores.length,
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    versions: Object.fromEntries(versions) as Record<string, string>,
  };
}
