// The echo servers that are compared, and how each is started.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { solution } from "../tutor/course/course.ts";
import { ask, type CommandLine } from "../course/endurance/foreign.ts";
import { freePort, isUp, LOOPBACK } from "../tutor/run/peer.ts";
import { killAtEnd } from "../tutor/run/group.ts";
import { nodeArguments } from "../tutor/run/program.ts";

/** How long a server may take until it listens, in milliseconds. */
const STARTING = 15_000;

/**
 * Node takes 64 KiB of memory for each read. With glibc it is a matter of luck, at each start and later on, whether what
 * was freed stays with the process or goes back to the system, to be asked for again: that alone makes a server several
 * times slower or faster, the finished one and `socket.pipe(socket)` alike. Here it stays with both (mallopt(3)).
 */
const KEEP_MEMORY = { MALLOC_TRIM_THRESHOLD_: String(1024 ** 3) };

/** A server that can be started. */
export interface Server {
  readonly name: string;
  /** What starts it; it may also read its port from the environment variable PORT. */
  command(port: number): CommandLine;
  /** Variables of its environment, beside the usual ones. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A server that listens. */
export interface Listening {
  readonly name: string;
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

/** The name of the finished server in every table, and of the one that it is held against. */
export const FINISHED = "the finished server";
export const PIPE = "socket.pipe(socket)";

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Compiles the C file `source` of this folder to `program`. Gives whether it could: epoll is Linux only. */
export function compile(source: string, program: string): boolean {
  return process.platform === "linux" && ask(["cc", "-O2", "-o", program, file(source)]) !== undefined;
}

/** The servers that can run here, and the names of those that cannot. What is compiled goes to `folder`. */
export function findServers(folder: string): { servers: Server[]; missing: string[] } {
  const node = (path: string, ...args: string[]) => [process.execPath, ...nodeArguments(path, args)] as const;
  const has = (...command: CommandLine) => ask(command) !== undefined;
  const all: readonly (Server & { here: boolean })[] = [
    { name: FINISHED, here: true, command: () => node(solution.server, "--keep-open"), env: KEEP_MEMORY },
    { name: PIPE, here: true, command: () => node(file("servers/pipe.ts")), env: KEEP_MEMORY },
    {
      name: "Python, asyncio",
      here: has("python3", "--version"),
      command: () => ["python3", file("servers/protocol.py")],
    },
    {
      name: "Python, threads",
      here: has("python3", "--version"),
      command: () => ["python3", file("servers/threads.py")],
    },
    {
      name: "socat, fork",
      here: has("socat", "-V"),
      command: (port) => ["socat", `TCP4-LISTEN:${port},bind=${LOOPBACK},fork,backlog=1024`, "PIPE"],
    },
    {
      name: "C, epoll",
      here: compile("servers/epoll.c", `${folder}/epoll`),
      command: () => [`${folder}/epoll`],
    },
  ];
  return {
    servers: all.filter(({ here }) => here),
    missing: all.filter(({ here }) => !here).map(({ name }) => name),
  };
}

/** Starts `server`; what it prints goes nowhere. Resolves when it listens, and throws when it does not. */
export async function startServer({ name, command, env: more }: Server): Promise<Listening> {
  const port = await freePort();
  const [program, ...args] = command(port);
  const own = { HOST: LOOPBACK, PORT: String(port), NODE_OPTIONS: "", PYTHONUTF8: "1" };
  const env = { ...process.env, ...more, ...own };
  const child = killAtEnd(spawn(program, args, { env, stdio: "ignore", windowsHide: true }));
  const closed = once(child, "close");
  const deadline = performance.now() + STARTING;
  const isHopeless = () => child.exitCode !== null || performance.now() > deadline;
  if (!(await isUp(port, isHopeless))) throw new Error(`${name} does not listen`);
  return {
    name,
    port,
    pid: child.pid!,
    async stop() {
      child.kill("SIGKILL");
      await closed;
    },
  };
}
