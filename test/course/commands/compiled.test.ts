// The commands as learners run them: compiled once, and the compiled file is kept beside the packages.
import "../english.ts";
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { root } from "../../tutor/course/course.ts";
import { scratchFor, type Scratch } from "../scratch.ts";

/** Where the course's own coverage is measured, nothing is compiled in advance. */
const AS_LEARNERS = { NODE_V8_COVERAGE: undefined };
const KEPT = "node_modules/.cache/echo-from-scratch";
const WORDS = "test/tutor/tell/words.en.ts";

/** A copy of the whole course, with packages and a cache of its own. */
function course(t: Parameters<typeof scratchFor>[0]): Scratch {
  const scratch = scratchFor(t, false);
  mkdirSync(path.join(scratch.folder, "node_modules"));
  for (const name of readdirSync(path.join(root, "node_modules")).filter((name) => !name.startsWith(".")))
    symlinkSync(
      path.join(root, "node_modules", name),
      path.join(scratch.folder, "node_modules", name),
      "junction",
    );
  return scratch;
}

/** The compiled files that are kept in the course of `scratch`. */
function kept(scratch: Scratch): string[] {
  return readdirSync(path.join(scratch.folder, KEPT)).filter((name) => name.startsWith("tool-"));
}

describe("commands are compiled once", { concurrency: true }, () => {
  test("two that start at the same time share it, and a change of the course makes it anew", async (t) => {
    const scratch = course(t);
    const run = () => scratch.run(["test", "1"], AS_LEARNERS);
    for (const { stdout, stderr } of await Promise.all([run(), run(), run()]))
      assert.match(stdout + stderr, /01 create a socket: to do/);
    const first = kept(scratch);
    assert.equal(first.length, 1);

    await run();
    assert.deepEqual(kept(scratch), first);

    scratch.write(WORDS, scratch.read(WORDS).replace('"to do": "to do"', '"to do": "to be done"'));
    assert.match((await run()).stdout, /01 create a socket: to be done/);
    assert.equal(kept(scratch).length, 1);
    assert.notDeepEqual(kept(scratch), first);
  });

  test("where nothing can be kept, they run all the same", async (t) => {
    const scratch = course(t);
    mkdirSync(path.join(scratch.folder, "node_modules/.cache"));
    writeFileSync(path.join(scratch.folder, KEPT), "");
    assert.match((await scratch.run(["test", "1"], AS_LEARNERS)).stdout, /01 create a socket: to do/);
  });

  test("they do the same as without that", async (t) => {
    const scratch = course(t);
    const coverage = path.join(scratch.folder, "coverage");
    for (const args of [
      ["answer", "3"],
      ["reset", "3"],
      ["start", "1"],
      ["client", "1"],
      ["server", "1"],
      ["greedy", "--help"],
      ["greedy", "1"],
      ["watch", "12"],
      ["test"],
      ["test", "1", "--lang", "de"],
    ]) {
      const [compiled, other] = [
        await scratch.run(args, AS_LEARNERS),
        await scratch.run(args, { NODE_V8_COVERAGE: coverage }),
      ].map(({ stdout, ...rest }) => ({ ...rest, stdout: stdout.replace(/:\d+$|:\d+"/gm, ":PORT") }));
      assert.deepEqual(compiled, other, args.join(" "));
    }
  });
});
