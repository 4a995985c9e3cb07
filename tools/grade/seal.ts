// Seals what a grader says of each step, so that nobody else can say it: the programs that it runs have its rights, and
// may find a way to its output.
import { createHmac, timingSafeEqual } from "node:crypto";
import { runAtOnce } from "../../test/tutor/judge/verdict.ts";
import { score, type ScoredStep } from "./score.ts";

/** How many characters a seal has. */
const LENGTH = 64;

function sealOf(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("hex");
}

/** The step that a line tells of which was sealed with `key`, or undefined when it was not. */
export function unseal(key: string, line: string): ScoredStep | undefined {
  const [seal, text] = [Buffer.from(line.slice(0, LENGTH)), line.slice(LENGTH + 1)];
  const isRight = seal.length === LENGTH && timingSafeEqual(seal, Buffer.from(sealOf(key, text)));
  return isRight ? (JSON.parse(text) as ScoredStep) : undefined;
}

/**
 * Grades the course in the current folder, with `perCore` checks at once for each core, and prints each step as soon as it is known, in a line that is sealed with
 * the key on stdin. That is read before any program starts. When stdin ends, nobody wants the score any more.
 */
export async function printSealed(perCore: number): Promise<number> {
  runAtOnce(perCore);
  const key = await firstLine(process.stdin);
  await score((step) => {
    const text = JSON.stringify(step);
    process.stdout.write(`${sealOf(key, text)} ${text}\n`);
  });
  process.stdin.destroy();
  return 0;
}

/** The first line that comes. Ends this process when no more can come. */
function firstLine(input: NodeJS.ReadStream): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    input.once("end", () => process.exit(1));
    input.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      const end = text.indexOf("\n");
      if (end >= 0) resolve(text.slice(0, end));
    });
  });
}
