// What `npm run check` says at its end of the tests that were left out.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { root } from "../../tutor/course/course.ts";

const TESTS = `import { test } from "node:test";
test("one", { skip: "there are no signals" }, () => undefined);
test("another", { skip: "there are no signals" }, () => undefined);
test("a third", { skip: "python3 is not installed" }, () => undefined);
test("tried", () => undefined);
`;

function reportOn(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "left-out-"));
  try {
    const file = path.join(folder, "some.test.mjs");
    writeFileSync(file, text);
    const reporter = new URL("../../../tools/left-out.js", import.meta.url).href;
    const args = ["--import", "tsx", "--test", `--test-reporter=${reporter}`, file];
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    return spawnSync(process.execPath, args, { cwd: root, env, encoding: "utf8" }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("each reason to leave tests out is told once, with how many there were", () => {
  assert.equal(
    reportOn(TESTS),
    "\nLeft out on this system:\n    2  there are no signals\n    1  python3 is not installed\n",
  );
});

test("nothing is told where all were tried", () => {
  assert.equal(reportOn(`import { test } from "node:test"; test("tried", () => undefined);`), "");
});
