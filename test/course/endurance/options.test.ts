// Options of both finished programs at random: they do what they say, or one line says what makes no sense.
// A case that fails tells its seed. To try it again: SEED=… npx tsx --test test/options.test.ts
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { solution, type Side } from "../../tutor/course/course.ts";
import { AT_ONCE, ends, stop, withProgram, withServer } from "./fuzz.ts";
import { freePort } from "../../tutor/run/peer.ts";
import { startProgram } from "../../tutor/run/program.ts";
import { holds } from "./property.ts";
import type { Random } from "./random.ts";

const FLAGS = { server: ["--keep-open", "-k"], client: [] } as const;
const NUMBERS = { server: ["--idle-timeout", "--max-connections"], client: ["--timeout"] } as const;
const NO_NUMBERS = [
  "",
  "0",
  "-1",
  "+5",
  " 5",
  "5 ",
  "1.5",
  "1e3",
  "0x10",
  "٣",
  "NaN",
  "Infinity",
  "soon",
  "-",
];
const NO_OPTIONS = [
  "--nonsense",
  "--keep",
  "-x",
  "-kx",
  "--no-keep-open",
  "--timeouts=5",
  "--=",
  "--help=yes",
];
const NO_PORTS = [
  "-1",
  "65536",
  "99999999999",
  "1.5",
  "NaN",
  "Infinity",
  "http",
  "9999;",
  "0x",
  "0x270f",
  "1e3",
  " 9998",
  "0",
];

/** Options that make sense, in any number and order, with large enough numbers to play no part. */
function goodOptions(side: Side, random: Random): string[] {
  const options = Array.from({ length: random.whole(0, 3) }, () => {
    const number = String(random.whole(60, 1_000_000));
    const named = NUMBERS[side].flatMap((name) => [[name, number], [`${name}=${number}`]]);
    return random.pick([...named, ...FLAGS[side].map((flag) => [flag])]);
  }).flat();
  // That one makes sense only with the other.
  return options.some((option) => option.startsWith("--max-connections")) ? [...options, "-k"] : options;
}

describe("options at random", { concurrency: true }, () => {
  for (const side of ["server", "client"] as const) {
    test(`the ${side} refuses what makes no sense, in one line`, async () => {
      const property = async (random: Random) => {
        const [name, value] = [random.pick(NUMBERS[side]), random.pick(NO_NUMBERS)];
        const wrong = random.pick([
          [`${name}=${value}`],
          [name, value],
          [name],
          [name, "-1"],
          [random.pick(NO_OPTIONS)],
          [],
        ]);
        // At the end: of the same option given twice, the last one counts.
        const args = [...goodOptions(side, random), ...wrong];
        const port = wrong.length === 0 ? random.pick(NO_PORTS) : await freePort();
        const program = startProgram(solution, side, { port, args });
        await withProgram(program, async () => {
          await ends(program, [1], `PORT=${port} ${args.join(" ")}`);
          assert.equal(program.stdout(), "", args.join(" "));
        });
      };
      await holds(property, 8, AT_ONCE);
    });
  }

  test("with options that make sense, both sides do what they do without", async () => {
    const property = (random: Random) => {
      const args = goodOptions("server", random);
      return withServer(args, async (server) => {
        const client = startProgram(solution, "client", {
          port: server.port,
          args: [...goodOptions("client", random), "Hello"],
        });
        await withProgram(client, () => ends(client, [0]));
        if (args.some((arg) => /^(-k|--keep-open)$/.test(arg))) await stop(server);
        else await ends(server, [0]);
      });
    };
    await holds(property, 3, AT_ONCE);
  });
});
