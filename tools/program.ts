// npm run server [N] [-- options] and npm run client [N] [-- options] [message]: one program, in the terminal that it
// was started from.
import { spawn } from "node:child_process";
import { findStep, solution, type Side } from "../test/tutor/course/course.ts";
import { nodeArguments } from "../test/tutor/run/program.ts";
import { terminalOf } from "../test/tutor/tell/terminal.ts";
import { words } from "../test/tutor/tell/words.ts";
import { expectNoMore, expectNotTaken, expectUsable, stepNamed } from "./arguments.ts";

/** What the programs of the last steps understand. */
const OPTIONS = ["keep-open", "idle-timeout", "max-connections", "timeout"];

/** Runs the server or the client of a step, or the finished one. Gives its exit code. */
export async function main(args: string[], side: Side): Promise<number> {
  expectNotTaken(OPTIONS, words.oneProgram(side));
  const [first, ...rest] = args;
  const isOption = first?.startsWith("-");
  // `npm run client hello` sends hello with the finished client: only a number means a step.
  const isMessage = side === "client" && first !== undefined && !/^\d+$/.test(first) && !findStep(first);
  const step = first === undefined || isOption || isMessage ? undefined : stepNamed(first);
  const programArguments = step === undefined ? args : rest;
  // What follows an option may be its value. The programs know.
  if (!programArguments.some((text) => text.startsWith("-"))) {
    if (side === "server") expectNoMore(programArguments, words.usage.server);
    else expectNoMore(programArguments.slice(1), words.usage.client);
  }

  const file = (step?.programs ?? solution)[side];
  expectUsable([file]);
  if (step === undefined && process.stdout.isTTY) {
    console.log(terminalOf(process.stdout).paint("dim", words.finished(side)));
  }
  const child = spawn(process.execPath, nodeArguments(file, programArguments), { stdio: "inherit" });
  process.once("exit", () => child.kill());
  // Ctrl+C reaches both processes. The program decides what it means; wait for it.
  process.removeAllListeners("SIGINT").on("SIGINT", () => undefined);
  const exit = await new Promise<{ code: number | null }>((resolve) =>
    child.once("exit", (code) => resolve({ code })),
  );
  return exit.code ?? 1;
}
