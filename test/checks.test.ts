// The checks themselves: they accept every right program, whatever its style, and tell each wrong one its mistake.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sides, steps, twoDigits } from "./support/course.ts";
import { explain } from "./support/explain.ts";
import { rightPrograms, wrongPrograms, type Specimen } from "./support/specimens.ts";
import { checksOf, tryCheck } from "./support/verdict.ts";

// Coverage is asked for the course's own programs, not for these.
delete process.env["NODE_V8_COVERAGE"];

/** What the checks of its step find wrong in `specimen`. Those of the other side are for the other program. */
async function wrongsIn({ step, side, programs }: Specimen) {
  const checks = (await checksOf(step)).filter((check) => check.side === side);
  const results = await Promise.all(checks.map((check) => tryCheck(check, programs, step.number)));
  return results.flatMap(({ name, mistake }) => (mistake === undefined ? [] : [{ name, mistake }]));
}

const right = rightPrograms();
const wrong = wrongPrograms();
/** The checks that have rejected a wrong program. */
const rejecting = new Set<string>();
/** Those that were accepted, and those that were told their mistake. */
const judgedRightly = new Set<Specimen>();

describe("right programs are accepted", { concurrency: true }, () => {
  for (const specimen of right) {
    test(`${specimen.step.id}: ${specimen.name}`, async () => {
      assert.deepEqual(
        (await wrongsIn(specimen)).map((result) => explain(specimen.step, result)),
        [],
      );
      judgedRightly.add(specimen);
    });
  }

  test("there are enough styles for each side of each step", async () => {
    for (const step of steps) {
      for (const side of sides) {
        const asked = (await checksOf(step)).some((check) => check.side === side);
        if (!asked) continue; // Step 02 asks nothing of the client.
        const styles = right.filter((specimen) => specimen.step === step && specimen.side === side);
        const enough = step.number < 5 ? 2 : 5;
        assert.ok(styles.length >= enough, `${step.id}: ${styles.length} right programs for the ${side}`);
      }
    }
  });

  test("there are enough wrong programs for each step", () => {
    for (const step of steps)
      assert.ok(wrong.filter((specimen) => specimen.step === step).length >= 4, step.id);
  });
});

describe("wrong programs are told their mistake", { concurrency: true }, () => {
  for (const specimen of wrong) {
    test(`${specimen.step.id}: ${specimen.name} is told ${specimen.mistake}`, async () => {
      const wrongs = await wrongsIn(specimen);
      for (const { name } of wrongs) rejecting.add(`${specimen.step.id}: ${name}`);
      // The first check that fails is what the learner sees first.
      assert.equal(wrongs[0]?.mistake.name, specimen.mistake);
      assert.equal(
        wrongs[0].mistake.program?.file,
        specimen.programs[specimen.side],
        "the other program is blamed",
      );
      judgedRightly.add(specimen);
    });
  }
});

test("every check of every step rejects a wrong program", async () => {
  const all = await Promise.all(
    steps.map(async (step) => (await checksOf(step)).map(({ name }) => `${step.id}: ${name}`)),
  );
  assert.deepEqual(
    all.flat().filter((check) => !rejecting.has(check)),
    [],
  );
});

test("the figures: how many of these programs were judged rightly", (t) => {
  const figure = (specimens: readonly Specimen[]) =>
    `${specimens.filter((specimen) => judgedRightly.has(specimen)).length} of ${specimens.length}`;
  const row = (title: string, named: string, accepted: string) =>
    t.diagnostic(`${title.padEnd(26)} ${named.padStart(22)} ${accepted.padStart(26)}`);
  row("step", "mistakes named rightly", "right programs accepted");
  for (const step of steps) {
    const ofStep = (specimen: Specimen) => specimen.step === step;
    row(
      `${twoDigits(step.number)} ${step.title}`,
      figure(wrong.filter(ofStep)),
      figure(right.filter(ofStep)),
    );
  }
  row("all", figure(wrong), figure(right));
  assert.equal(judgedRightly.size, wrong.length + right.length);
});
