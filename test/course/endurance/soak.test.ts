// The finished server for some seconds with clients of all kinds, and at the limit of open files.
// test/bench/soak.ts and test/bench/descriptors.ts do the same by hand, for as long as is wanted.
import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { exhaustDescriptors } from "./descriptors.ts";
import { soak, type Findings } from "./soak.ts";

// What is measured should not be slowed down by coverage.
delete process.env["NODE_V8_COVERAGE"];

const SECONDS = 4;
/** Always the same clients, so that a failure can be repeated. */
const SEED = 1;
const skip = process.platform === "win32" && "Windows has no limit of open files for each process";

/** Tells what was measured, and fails when something was wrong. */
function judge(t: TestContext, { measured, wrong }: Findings): void {
  for (const line of measured) t.diagnostic(line);
  assert.deepEqual(wrong, []);
}

test(`clients of all kinds for ${SECONDS} s, seed ${SEED}: nothing is lost, nothing is left`, async (t) => {
  judge(t, await soak(SECONDS, SEED));
});

test("at the limit of open files it turns clients away, goes on, and recovers", { skip }, async (t) => {
  judge(t, await exhaustDescriptors());
});

test("a limit of its own below that one lets it say whom it turns away", { skip }, async (t) => {
  const findings = await exhaustDescriptors(["--max-connections", "20"]);
  judge(t, findings);
  assert.match(findings.measured.join("\n"), /it said: .*too many connections/);
});
