// When the system cannot start a program, that is no mistake of its author's.
import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { answerTo, findStep } from "../../tutor/course/course.ts";
import { runCheck } from "../../tutor/judge/check.ts";
import { ownChecksOf } from "../../tutor/judge/verdict.ts";
import { launch, NotStarted } from "../../tutor/run/process.ts";

const NOWHERE = "no-such-program";

/** What a check of a right program finds while so many programs, the first ones, are not started. */
async function findsWhile(t: TestContext, refused: number) {
  const { execPath } = process;
  let starts = 0;
  const get = () => ((starts += 1) > refused ? execPath : NOWHERE);
  Object.defineProperty(process, "execPath", { get, configurable: true });
  t.after(() => Object.defineProperty(process, "execPath", { value: execPath }));
  const step = findStep("1")!;
  const [check] = await ownChecksOf(step);
  return (await runCheck(check!, answerTo(step), step.number)).mistake;
}

test("a program that the system does not start is told as that at once", () => {
  assert.throws(() => launch(NOWHERE, [], { env: {} }), NotStarted);
});

test("a check that is refused a program tries again", async (t) => {
  assert.equal(await findsWhile(t, 1), undefined);
});

test("a check that is refused programs again and again blames the system", async (t) => {
  const mistake = await findsWhile(t, Infinity);
  assert.equal(mistake?.name, "not-started");
  assert.equal(mistake.program, undefined);
});
