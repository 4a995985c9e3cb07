// npm run server [N] and npm run client [N] [message]: one program, in the terminal that it was started from.
import { spawn } from "node:child_process";
import { findStep, solution, type Side } from "../test/support/course.ts";
import { nodeArguments } from "../test/support/program.ts";
import { terminalOf } from "../test/support/terminal.ts";
import { expectNoMore, stepNamed } from "./arguments.ts";

/** Runs the server or the client of a step, or the finished one. Gives its exit code. */
export async function main(args: string[], side: Side): Promise<number> {
  const [first, ...rest] = args;
  // `npm run client hello` sends hello with the finished client: only a number means a step.
  const isMessage = side === "client" && first !== undefined && !/^\d+$/.test(first) && !findStep(first);
  const step = first === undefined || isMessage ? undefined : stepNamed(first);
  const programArguments = step === undefined ? args : rest;
  if (side === "server") expectNoMore(programArguments, "npm run server [step]");
  else
    expectNoMore(
      programArguments.slice(1),
      'npm run client [step] ["message"], with quotes around several words',
    );

  const file = (step?.programs ?? solution)[side];
  if (step === undefined && process.stdout.isTTY) {
    console.log(
      terminalOf(process.stdout).paint("dim", `The finished ${side}. For that of a step: npm run ${side} N`),
    );
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
