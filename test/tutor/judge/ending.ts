// How a program has to end when all went well: by itself, with exit code 0.
import { watch } from "./check.ts";
import { Mistake } from "./mistake.ts";
import type { MistakeName } from "./mistakes.ts";
import type { Program } from "../run/program.ts";

/**
 * Waits for the end of `program`. When it goes on, it is told the mistake `otherwise`. Where to look in it: `near` for
 * what keeps it running, `nearExit` for its exit code.
 */
export async function endsByItself(
  program: Program,
  otherwise: MistakeName,
  near: RegExp,
  nearExit = near,
): Promise<void> {
  await watch(program, () => false);
  const end = program.exit();
  if (end === undefined) throw new Mistake(otherwise, program, { near });
  if (end.code !== 0)
    throw new Mistake("exits-with-failure", program, { actual: String(end.code), near: nearExit });
}
