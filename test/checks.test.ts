// The checks themselves: they accept every right program, whatever its style, and tell each wrong one its mistake.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { steps } from "./support/course.ts";
import { explain } from "./support/explain.ts";
import { rightPrograms, wrongPrograms, type Specimen } from "./support/specimens.ts";
import { findTypeErrors, typeErrorIn } from "./support/types.ts";
import { checksOf, tryChecks, type Result } from "./support/verdict.ts";
import { plain } from "./support/terminal.ts";

/** What the checks of its step find wrong in `specimen`. */
async function wrongs({ step, programs }: Specimen): Promise<Result[]> {
  return (await tryChecks(step, programs)).filter(({ mistake }) => mistake !== undefined);
}

const right = rightPrograms();
const wrong = wrongPrograms();

describe("right programs are accepted", { concurrency: true }, () => {
  for (const specimen of right) {
    test(`${specimen.step.id}: ${specimen.name}`, async () => {
      const reasons = (await wrongs(specimen)).map(({ name, mistake }) => explain(specimen.step, { name, mistake: mistake! }, plain));
      assert.deepEqual(reasons, []);
    });
  }

  test("there are at least two styles for each side of each step", () => {
    for (const step of steps) {
      for (const side of ["server", "client"] as const) {
        // Step 02 asks nothing of the client.
        if (step.number === 2 && side === "client") continue;
        const styles = right.filter((specimen) => specimen.step === step && specimen.side === side);
        assert.ok(styles.length >= 2, `${step.id}: ${styles.length} right programs for the ${side}`);
      }
    }
  });
});

describe("wrong programs are told their mistake", { concurrency: true }, () => {
  for (const specimen of wrong.filter(({ mistake }) => mistake !== "type-error")) {
    test(`${specimen.step.id}: ${specimen.name} is told ${specimen.mistake}`, async () => {
      const results = await wrongs(specimen);
      // The first check that fails is what the learner sees first.
      assert.equal(results[0]?.mistake?.name, specimen.mistake);
      const file = results[0]?.mistake?.program?.file;
      assert.ok(file === undefined || file === specimen.programs[specimen.side], "the other program is blamed");
    });
  }

  test("every check of every step rejects a wrong program", async () => {
    const rejecting = new Set<string>();
    for (const specimen of wrong) for (const { name } of await wrongs(specimen)) rejecting.add(`${specimen.step.id}: ${name}`);
    const all = (await Promise.all(steps.map(async (step) => (await checksOf(step)).map(({ name }) => `${step.id}: ${name}`)))).flat();
    assert.deepEqual(all.filter((check) => !rejecting.has(check)), []);
  });
});
void [findTypeErrors, typeErrorIn];
