// The chain of the steps: the answer to a step is where the next one starts.
import "../english.ts";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { answerTo, sides, steps, todosOf, twoDigits, type Step } from "../../tutor/course/course.ts";
import { explain } from "../../tutor/tell/explain.ts";
import { currentStarters, originalStarters } from "../../tutor/course/starters.ts";
import { checksOf, ownChecksOf, tryCheck, tryChecks } from "../../tutor/judge/verdict.ts";

/** Whether one of its checks finds something wrong in the starter of `step`. */
async function fails(step: Step): Promise<boolean> {
  for (const check of await ownChecksOf(step))
    if ((await tryCheck(check, step.programs, step.number)).mistake !== undefined) return true;
  return false;
}

/** The lines of a program, without indentation, empty lines, and the comments that mark gaps. */
function linesOf(file: string): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("// TODO("));
}

/** What a step takes away again: how often a line of its starter is missing in its answer, or has become another. */
const REPLACED: { readonly [id: string]: readonly RegExp[] } = {
  "01-create-a-socket": [/No socket yet/],
  "02-bind-and-listen": [/Socket created/],
  "03-accept-and-connect": [/Socket created/],
  // The first line of each pair is wrapped in try … catch … finally, or has to reckon with the end of the stream.
  "07-handle-errors": [
    /^const \[(socket|data|reply)\] = /,
    /^\/\/ recv\(\): some bytes have arrived\./,
    /^\/\/ close\(\) of the listening socket/,
  ],
  "08-read-the-whole-stream": [
    /net\.createServer\(\)/,
    /import \{ once \}/,
    /^const \[(data|reply)\] = /,
    /^if \((data|reply) === undefined\)/,
    /^console\.log\(`Received: /,
    /^\/\/ (recv|sendall)\(\): /,
    /^\/\/ `once` rejects/,
    // The client ends its side of the stream earlier.
    /^socket\.(write|end)\(/,
    /^await once\(socket, "close"\)/,
    /^\/\/ shutdown\(\): FIN/,
  ],
  // One client becomes many: its connection is a function's, and accepting becomes a loop.
  "09-serve-many-clients": [
    /^server\.maxConnections = 1/,
    /^let socket: /,
    /^\[socket\] = /,
    /^console\.log\(`Connected by /,
    /^\/\/ (accept\(\):|close\(\) of both sockets)/,
    /^const \{ message, code \} = |^console\.error\(`Echo server failed/,
    /^socket\?\.destroy\(\)/,
  ],
  "10-respect-backpressure": [
    /^\/\/ (recv\(\) in a loop|The decoder keeps|sendall\(\)|shutdown\(\))/,
    /^for await \(const \[data\] of on\(socket/,
    /^socket\.(write|end)\(/,
    /^await once\(socket, "close"\)/,
  ],
  // Options take the place of constants, and what is printed is shortened.
  "11-set-limits": [
    /^\/\/ Serve one client, or one after another/,
    /^(const|if \()\W*KEEP_OPEN/,
    /^async function serve\(|^const served = serve\(|^\/\*\* Serves one client/,
    /^console\.(log|error)\(`(Received|Server echoed|Echo \w+ failed)/,
    /^\/\/ (Only people need text|`once`)/,
    /^socket\.on\("data", \(data/,
    /^const message = process\.argv/,
    /^const rest = decoder/,
    // PORT is read as the options are, and addresses are written as they really are.
    /^const (HOST|PORT|client) = /,
    /^(server\.listen|socket\.connect)\(|^console\.log\(`(Listening|Connected)/,
    /^(function )?report\(/,
    // The client says what is wrong with a reply, and stops one that does not end.
    /^\/\/ recv\(\) in a loop: the reply/,
    /^if \(!reply\.equals|^throw new Error\(`\$\{bytes/,
  ],
};

describe("the chain of the steps", { concurrency: true }, () => {
  for (const step of steps) {
    const answer = answerTo(step);
    const number = step.number;

    describe(`step ${step.id}`, { concurrency: true }, () => {
      // So the starter of the next step, which is the same files, is right as far as it goes.
      test("its answer passes its checks, and those of what earlier steps asked", async () => {
        const results = await tryChecks(await checksOf(step), answer, number);
        const wrong = results.flatMap(({ name, mistake }) =>
          mistake ? [explain(step, { name, mistake })] : [],
        );
        assert.deepEqual(wrong, []);
      });

      test("its starter fails its own checks", async () => {
        assert.ok(await fails(step));
      });

      test("its starter marks its gaps, and no other step's", () => {
        assert.notEqual(todosOf(step).length, 0);
        for (const side of sides) {
          const marks = [...readFileSync(step.programs[side], "utf8").matchAll(/TODO\((\d+)\)/g)].map(
            ([, nn]) => nn,
          );
          assert.ok(
            marks.every((nn) => nn === twoDigits(number)),
            `${side}: ${marks.join(", ")}`,
          );
        }
      });

      for (const side of sides) {
        test(`from its starter to its answer, the ${side} changes only in what the step teaches`, () => {
          const kept = linesOf(answer[side]);
          const taught = REPLACED[step.id] ?? [];
          const lost = linesOf(step.programs[side]).filter((line) => !kept.includes(line));
          assert.deepEqual(
            lost.filter((line) => !taught.some((pattern) => pattern.test(line))),
            [],
          );
        });
      }
    });
  }

  test("starters.json holds the steps as they are handed out (else run: node tools/run.js starters)", () => {
    assert.deepEqual(currentStarters(), originalStarters());
  });

  test("no gap is left in the solution", () => {
    for (const side of sides)
      assert.doesNotMatch(readFileSync(answerTo(steps.at(-1)!)[side], "utf8"), /TODO/);
  });
});
