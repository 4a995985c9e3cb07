// The checks themselves: they accept every right program, whatever its style, and tell each wrong one its mistake.
import "../english.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sides, steps, twoDigits, type Step } from "../../tutor/course/course.ts";
import type { Check } from "../../tutor/judge/check.ts";
import { explain } from "../../tutor/tell/explain.ts";
import { rightPrograms, wrongPrograms, type Specimen } from "./specimens.ts";
import { hasSignals } from "../../tutor/run/process.ts";
import { recordOf, recordsOf, writeRecords } from "./told.ts";
import { checksOf, ownChecksOf, runAtOnce, tryCheck } from "../../tutor/judge/verdict.ts";

// Most of the wrong ones are waited for, and do nothing.
runAtOnce(4);

/**
 * The checks of its step that are tried on a specimen: those of the other side alone are for the other program. All of them
 * when the records are written. Else it is enough to try what earlier steps asked in the last step that a program is
 * right for, where it is most; and on a wrong program, the check that has rejected it when its record was written.
 */
async function checksFor(specimen: Specimen) {
  const { step, side, name } = specimen;
  const checks = (await checksOf(step)).filter((check) => check.side === side || check.needsBoth);
  if (RECORD) return checks;
  if (right.includes(specimen))
    return right.some((other) => isLater(other, specimen))
      ? checks.filter(({ isEarlier = false }) => !isEarlier)
      : checks;
  const record = recordsOf(step).get(name) ?? "";
  const rejects = checks.find((check) => record.includes(`\n*${check.name}*\n`));
  return rejects ? [rejects] : checks;
}

/** Whether `one` is the program of `other` in a later step. */
function isLater(one: Specimen, other: Specimen): boolean {
  return one.name === other.name && one.step.number > other.step.number;
}

/** What the first check that fails finds wrong in `specimen`, if one does: what the learner sees first. */
async function firstWrongIn(specimen: Specimen) {
  for (const check of await checksFor(specimen)) {
    const { name, mistake } = await tryCheck(check, specimen.programs, specimen.step.number);
    if (mistake !== undefined) return { name, mistake };
  }
  return undefined;
}

/** Whether everything is tried, and what learners read is written down anew, instead of compared. */
const RECORD = Boolean(process.env["RECORD"]);
const right = rightPrograms();
const wrong = wrongPrograms();
/** What is told now, by the steps and the names of the specimens. */
const records = new Map(steps.map((step) => [step, new Map<string, string>()]));
/** Why `specimen` is left out: the check that its mistake is told by needs a signal. */
const noSignal = (specimen: Specimen) =>
  !hasSignals &&
  /^\*.*\bSIG/m.test(recordsOf(specimen.step).get(specimen.name) ?? "") &&
  "nobody can send a signal on Windows";
/** The wrong programs that can be tried here. */
const tried = wrong.filter((specimen) => !noSignal(specimen));
/** The checks that have rejected a wrong program. */
const rejecting = new Set<string>();
/** Those that were accepted, and those that were told their mistake. */
const judgedRightly = new Set<Specimen>();

// Both at once: the right ones keep the machine busy while the wrong ones are waited for.
describe("programs", { concurrency: true }, () => {
  describe("right programs are accepted", { concurrency: true }, () => {
    for (const specimen of right) {
      test(`${specimen.step.id}: ${specimen.name}`, async () => {
        const first = await firstWrongIn(specimen);
        assert.equal(first && explain(specimen.step, first), undefined);
        judgedRightly.add(specimen);
      });
    }

    test("there are enough styles for each side of each step", async () => {
      for (const step of steps) {
        for (const side of sides) {
          const asked = (await ownChecksOf(step)).some((check) => check.side === side);
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
      test(
        `${specimen.step.id}: ${specimen.name} is told ${specimen.mistake}`,
        { skip: noSignal(specimen) },
        async () => {
          const first = await firstWrongIn(specimen);
          if (first) rejecting.add(`${specimen.step.id}: ${first.name}`);
          const told = first && `is told ${first.mistake.name}:\n${explain(specimen.step, first)}`;
          assert.equal(first?.mistake.name, specimen.mistake, told);
          assert.equal(
            first.mistake.program?.file,
            specimen.programs[specimen.side],
            "the other program is blamed",
          );
          const record = recordOf(specimen, first);
          records.get(specimen.step)!.set(specimen.name, record);
          if (!RECORD) assert.equal(record, recordsOf(specimen.step).get(specimen.name));
          judgedRightly.add(specimen);
        },
      );
    }
  });
});

test("what learners read of each wrong program is written down, and nothing else", () => {
  for (const [step, told] of records) {
    if (RECORD) writeRecords(step, told);
    const specimens = wrong.filter((specimen) => specimen.step === step).map(({ name }) => name);
    assert.deepEqual([...recordsOf(step).keys()], specimens.sort());
  }
});

/** Whether `check` rejects one of the wrong programs of its step, even if it is not the first to do so. */
async function rejectsOne(step: Step, check: Check): Promise<boolean> {
  for (const specimen of wrong.filter((one) => one.step === step && one.side === check.side))
    if ((await tryCheck(check, specimen.programs, step.number)).mistake !== undefined) return true;
  return false;
}

describe("every check of every step rejects a wrong program", { concurrency: true }, () => {
  for (const step of steps) {
    test(step.id, async () => {
      for (const check of await ownChecksOf(step))
        if (!rejecting.has(`${step.id}: ${check.name}`)) assert.ok(await rejectsOne(step, check), check.name);
    });
  }
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
      figure(tried.filter(ofStep)),
      figure(right.filter(ofStep)),
    );
  }
  row("all", figure(tried), figure(right));
  assert.equal(judgedRightly.size, tried.length + right.length);
});
