// The load generator as a process of its own: it neither waits for the measuring nor disturbs it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type CommandLine } from "../course/endurance/foreign.ts";
import { killAtEnd } from "../tutor/run/group.ts";
import { nodeArguments } from "../tutor/run/program.ts";
import { compile } from "./servers.ts";

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000;

/** What the generator has seen while it was running; all times in seconds. */
export interface Load {
  readonly messages: number;
  /** From the first byte sent until the last echo was complete. */
  readonly seconds: number;
  /** Half of all messages came back within this time, */
  readonly p50: number;
  /** and 99 of 100 within this. */
  readonly p99: number;
  /** The processor time that the generator has used itself. */
  readonly processor: number;
}

/** Connections to a server, over which load can be put on it. */
export interface Session {
  /** How long it took to connect them all and to have one message echoed on each, one by one, in seconds. */
  readonly seconds: number;
  /** For so long, each connection sends a message of `size` bytes, waits for the echo, and sends the next. */
  load(size: number, milliseconds: number): Promise<Load>;
  /** Closes the connections. */
  close(): Promise<void>;
}

/** Opens `connections` to the server at `port`. Throws when that fails. */
export type Generator = (port: number, connections: number) => Promise<Session>;

/** The generator in C, compiled to `folder`, or the one in TypeScript where there is no compiler. */
export function findGenerator(folder: string): { generate: Generator; compiled: boolean } {
  const compiled = compile("load.c", `${folder}/load`);
  const inNode = nodeArguments(fileURLToPath(new URL("load.ts", import.meta.url)));
  const command: CommandLine = compiled ? [`${folder}/load`] : [process.execPath, ...inNode];
  return { compiled, generate: (port, connections) => open(command, port, connections) };
}

async function open([name, ...args]: CommandLine, port: number, connections: number): Promise<Session> {
  const child = killAtEnd(
    spawn(name, [...args, String(port), String(connections)], {
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    }),
  );
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  child.stdin.on("error", () => undefined); // It has ended: then no answer comes, either.
  const closed = once(child, "close");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  const answer = async (): Promise<unknown> => {
    const tooLate = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    const { value, done } = await lines.next();
    clearTimeout(tooLate);
    if (!done) return JSON.parse(value);
    await closed;
    const reason = complaint.trim().split("\n")[0];
    throw new Error(reason || `no answer within ${PATIENCE / 1000} s`);
  };
  const { seconds } = (await answer()) as Pick<Session, "seconds">;
  return {
    seconds,
    load(size, milliseconds) {
      child.stdin.write(`${size} ${milliseconds}\n`);
      return answer() as Promise<Load>;
    },
    async close() {
      child.stdin.end();
      await closed;
    },
  };
}
