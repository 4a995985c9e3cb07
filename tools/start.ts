// npm start [N] [-- --trace]: the server and the client together, each line labelled with who printed it, or drawn.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { solution, type Side } from "../test/tutor/course/course.ts";
import { mentions } from "../test/tutor/judge/output.ts";
import { whyNotFree } from "../test/tutor/run/peer.ts";
import { nodeArguments } from "../test/tutor/run/program.ts";
import { terminalOf, type Terminal } from "../test/tutor/tell/terminal.ts";
import { words } from "../test/tutor/tell/words.ts";
import {
  expectNoMore,
  expectNotTaken,
  expectUsable,
  portFromEnvironment,
  readArguments,
  sideNamed,
  stepNamed,
  wholeNumber,
} from "./arguments.ts";
import { trace, type Tracing } from "./trace.ts";

/** After this many milliseconds in which nothing was printed, the user is told how to stop what still runs. */
const SILENCE = 2_000;

/** Runs both programs until both have ended. Gives exit code 1 if one of them failed. */
export async function main(args: string[]): Promise<number> {
  const { tracing, positionals } = readOptions(args);
  const [name, ...rest] = positionals;
  expectNoMore(rest, words.usage.start);
  const programs = name === undefined ? solution : stepNamed(name).programs;
  expectUsable(Object.values(programs));
  const port = portFromEnvironment();
  const code = await whyNotFree(port);
  if (code !== undefined) {
    const other = process.platform === "win32" ? "$env:PORT = 9998; npm start" : "PORT=9998 npm start";
    throw new Error(code === "EACCES" ? words.portNotAllowed(port, other) : words.portInUse(port, other));
  }

  const terminal = terminalOf(process.stdout);
  const reminder = remindOfCtrlC(terminal);
  if (tracing !== undefined) {
    if (tracing.step) reminder.stop(); // It waits for Enter.
    const code = await trace(programs, port, tracing, terminal, () => tracing.step || reminder.restart());
    reminder.stop();
    return code;
  }
  const server = start("server", programs.server, terminal, reminder);
  await untilReady(server.child, port);
  const client = start("client", programs.client, terminal, reminder);
  const codes = await Promise.all([server.ended, client.ended]);
  reminder.stop();
  return codes.every((code) => code === 0) ? 0 : 1;
}

/** What the command line asks for. `tracing` is there if anything is to be drawn, held, or made worse on the way. */
function readOptions(args: string[]): { positionals: string[]; tracing: Tracing | undefined } {
  const onTheWay = {
    step: { type: "boolean" },
    pieces: { type: "string" },
    delay: { type: "string" },
    "drop-after": { type: "string" },
    to: { type: "string" },
  } as const;
  expectNotTaken(Object.keys(onTheWay), "npm start [step]");
  const { values, positionals } = readArguments(args, { trace: { type: "boolean" }, ...onTheWay });
  // `npm start --trace`, without the two dashes before it, is an option of npm's: it tells us of it only in this way.
  if (Object.keys(values).length === 0 && process.env["npm_config_trace"] !== "true")
    return { positionals, tracing: undefined };
  const weather = {
    pieces: wholeNumber("--pieces", values.pieces),
    delay: wholeNumber("--delay", values.delay),
    dropAfter: wholeNumber("--drop-after", values["drop-after"]),
    to: sideNamed("--to", values.to),
  };
  return { positionals, tracing: { step: values.step ?? false, weather } };
}

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
}

function start(side: Side, file: string, { paint, sign }: Terminal, reminder: Reminder): Running {
  const child = spawn(process.execPath, nodeArguments(file), { stdio: ["ignore", "pipe", "pipe"] });
  const label = `${paint(side === "server" ? "cyan" : "magenta", side)} ${sign("│", "|")} `;
  const printLines = (input: NodeJS.ReadableStream, print: (line: string) => void) =>
    createInterface({ input }).on("line", (line) => {
      print(label + line);
      reminder.restart();
    });
  printLines(child.stdout, (line) => console.log(line));
  printLines(child.stderr, (line) => console.error(line));
  const stop = () => child.kill("SIGKILL");
  process.once("exit", stop);
  return {
    child,
    ended: once(child, "close").then(([code]) => (process.off("exit", stop), code as number | null)),
  };
}

/** Waits until the server says at which port it is, or has ended, or has been silent for long. */
async function untilReady(server: ChildProcess, port: number): Promise<void> {
  const silence = AbortSignal.timeout(SILENCE);
  await new Promise<void>((resolve) => {
    server.stdout!.on("data", (bytes: Buffer) => {
      if (mentions(bytes.toString("utf8"), port)) resolve();
    });
    server.once("close", resolve);
    silence.addEventListener("abort", () => resolve());
  });
}

interface Reminder {
  restart(): void;
  stop(): void;
}

/** Says, when nothing has been printed for a while, how to stop programs that do not end by themselves. */
function remindOfCtrlC({ paint }: Terminal): Reminder {
  const timer = setTimeout(() => console.log(paint("dim", words.stillRunning)), SILENCE);
  return { restart: () => void timer.refresh(), stop: () => clearTimeout(timer) };
}
