// Terminals in which a test types what the lesson tells its readers to type, in a copy of the course.
import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import { isUp, LOOPBACK } from "../../tutor/run/peer.ts";
import { tool, type Scratch } from "../scratch.ts";
import { startTranscript } from "../../tutor/run/transcript.ts";

/** How long, in milliseconds, to wait for one thing to show. Only a transcript that is wrong needs it. */
const PATIENCE = 60_000;

/** What stands for Ctrl+C. */
export const CTRL_C = "^C";

/** What npm does with a command of the course, without the time that npm and the tool for one program take. */
const NPM = `#!/bin/sh
test "$1" = run && shift
for argument; do
  shift
  test "$argument" = -- || set -- "$@" "$argument"
done
case "$1" in
server | client)
  program=echo_$1.ts
  shift
  folder=solution
  case "$1" in [0-9]*) folder=$(printf 'steps/%02d-*' "$1") && shift ;; esac
  exec node --import tsx $folder/$program "$@"
  ;;
esac
exec node "${tool}" "$@"
`;

/** A server that does not say that it listens. */
const SILENT_SERVER = /run server.*> \/dev\/null|createServer/;

/** Some terminals in the folder of a course, by their names. */
export interface Terminals {
  /** Types a command, or Ctrl+C. Waits until something new can be seen in any terminal, or the command ends. */
  type(name: string, command: string): Promise<void>;
  /** What the last command has printed in the terminal `name` so far. */
  shown(name: string): string;
  /** Whether the last command in the terminal `name` has ended. */
  hasEnded(name: string): boolean;
  /** Waits until `look` finds something: it is asked now and whenever something new can be seen. */
  until(look: () => boolean, patience?: number): Promise<boolean>;
  /** Ends everything that still runs. */
  close(): Promise<void>;
}

interface Typed {
  readonly child: ChildProcess;
  readonly closed: Promise<unknown>;
  shown: string;
  ended: boolean;
}

/** A command and all that it has started are one group of processes. */
function signalAll({ child, ended }: Typed, signal: NodeJS.Signals): void {
  try {
    // What a command leaves behind in its group would have ended with its terminal.
    process.kill(-child.pid!, signal);
  } catch (error) {
    if (!ended && (error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Opens terminals in `scratch`, in which PORT is `port`. */
export function openTerminals(scratch: Scratch, port: number): Terminals {
  const terminals = new Map<string, Typed>();
  const typed: Typed[] = [];
  // It wakes who waits. What was printed is kept for each terminal.
  const transcript = startTranscript();

  const bin = path.join(scratch.folder, "bin");
  mkdirSync(bin);
  scratch.write("bin/npm", NPM);
  chmodSync(path.join(bin, "npm"), 0o755);
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${path.dirname(process.execPath)}${path.delimiter}${process.env["PATH"]}`,
    PORT: String(port),
    HOST: LOOPBACK,
    FORCE_COLOR: "0",
    NODE_OPTIONS: "",
    NODE_V8_COVERAGE: undefined, // What runs here is the learner's.
  };

  function start(command: string): Typed {
    const child = spawn("sh", ["-c", command], {
      cwd: scratch.folder,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const closed = new Promise((resolve) => child.once("close", resolve));
    const started: Typed = { child, closed, shown: "", ended: false };
    for (const [stream, pipe] of [
      ["stdout", child.stdout],
      ["stderr", child.stderr],
    ] as const) {
      pipe.setEncoding("utf8").on("data", (text: string) => {
        started.shown += text;
        transcript.add({ kind: "print", from: "client", stream, text });
      });
    }
    child.once("close", (code, signal) => {
      started.ended = true;
      transcript.add({ kind: "exit", from: "client", code, signal });
    });
    typed.push(started);
    return started;
  }

  const until: Terminals["until"] = async (look, patience = PATIENCE) =>
    (await transcript.until(look, patience)) ?? false;
  const kill = () => typed.forEach((each) => signalAll(each, "SIGKILL"));
  process.once("exit", kill);

  return {
    async type(name, command) {
      const before = transcript.events.length;
      if (command === CTRL_C) signalAll(terminals.get(name)!, "SIGINT");
      else terminals.set(name, start(command));
      if (SILENT_SERVER.test(command)) {
        await isUp(port, () => terminals.get(name)!.ended);
        return;
      }
      await until(() => transcript.events.length > before);
    },
    shown: (name) => terminals.get(name)?.shown ?? "",
    hasEnded: (name) => terminals.get(name)?.ended ?? true,
    until,
    async close() {
      kill();
      process.off("exit", kill);
      await Promise.all(typed.map(({ closed }) => closed));
    },
  };
}
