// Remarks on programs that pass: each rule has a program in remarks/ that gets it, and one near it that must not.
import "../english.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { steps } from "../../tutor/course/course.ts";
import { checksOf, tryChecks } from "../../tutor/judge/verdict.ts";
import { specimen, specimensIn } from "./specimens.ts";

/** The step in which both programs are complete for the first time, and errors do not matter yet. */
const CLOSE = steps[5]!;

describe("remarks", { concurrency: true }, () => {
  for (const { file, side, text } of specimensIn("test/course/programs/remarks", "remark")) {
    const { name, programs } = specimen(file, side, CLOSE);
    test(`${name} gets ${text}`, async () => {
      const checks = (await checksOf(CLOSE)).filter((check) => check.side === side);
      const results = await tryChecks(checks, programs, CLOSE.number);
      assert.deepEqual(
        results.map(({ mistake }) => mistake?.name),
        results.map(() => undefined),
      );
      const remarks = new Set(results.flatMap((result) => result.remarks ?? []).map((remark) => remark.name));
      assert.deepEqual([...remarks], text === "none" ? [] : [text]);
    });
  }
});
