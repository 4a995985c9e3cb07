// Runs one of the learner's programs.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root, type Programs, type Side } from "./course.ts";
import { run, type Running } from "./process.ts";

const tsx = import.meta.resolve("tsx");
const probe = new URL("probe.js", import.meta.url).href;

export interface Program extends Running {
  readonly file: string;
  /** The port that the program was told. */
  readonly port: number;
  /** What the probe has reported of the program so far, see probe.js: nothing while Node is still loading it. */
  probed(): string;
}

export interface ProgramOptions {
  readonly port: number | string;
  readonly args?: readonly string[];
}

/** The arguments with which Node runs `file`, after it has loaded the modules `preload`. */
export function nodeArguments(
  file: string,
  args: readonly string[] = [],
  preload: readonly string[] = [],
): string[] {
  const loader = file.endsWith(".ts") ? [tsx] : [];
  return [...[...loader, ...preload].flatMap((module) => ["--import", module]), file, ...args];
}

// Each program runs in a folder of its own: server.listen(HOST, PORT), in the wrong order, leaves a file behind.
const workplaces = mkdtempSync(path.join(tmpdir(), "echo-"));
process.once("exit", () => rmSync(workplaces, { recursive: true, force: true }));

/** Starts the program of `side` with PORT in its environment. HOST is 127.0.0.1: no port is opened to the network. */
export function startProgram(programs: Programs, side: Side, { port, args }: ProgramOptions): Program {
  const file = programs[side];
  const env = {
    PORT: String(port),
    HOST: "127.0.0.1",
    TSX_TSCONFIG_PATH: path.join(root, "tsconfig.json"),
    NODE_OPTIONS: "", // A debugger or loader that this process was started with is not meant for the program.
  };
  const cwd = mkdtempSync(path.join(workplaces, `${side}-`));
  const running = run(side, process.execPath, nodeArguments(file, args, [probe]), { cwd, env });
  const { events } = running.transcript;
  return {
    ...running,
    file,
    port: Number(port),
    probed: () => events.map((event) => (event.kind === "probe" ? event.text : "")).join(""),
  };
}
