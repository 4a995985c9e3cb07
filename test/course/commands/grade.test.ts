// npm run grade: what it prints, and that a learner who edits the checks gains nothing where a clean copy grades.
import "../english.ts";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, realpathSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sides, steps } from "../../tutor/course/course.ts";
import { readPage } from "../lesson/markdown.ts";
import { assertOneLine, type Ended, type Scratch } from "../scratch.ts";
import { courseFor, GRADED } from "./graded.ts";
import { checksOf } from "../../tutor/judge/verdict.ts";

/** What is used of the JSON. */
interface Score {
  readonly steps: readonly { readonly reason?: string; readonly mistakes: readonly ScoredMistake[] }[];
}
type ScoredMistake = Readonly<Record<"name" | "file" | "lesson" | "sentence" | "explanation", string>>;

/** The score that `ended` has printed, and nothing else. */
function scoreOf({ code, stdout, stderr }: Ended) {
  assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
  const { checks, steps: graded, total } = JSON.parse(stdout);
  return { checks, states: graded.map(({ state }: { state: string }) => state), points: total.points };
}

/** What `ended` says is wrong in step `number`. */
function mistakesIn({ stdout }: Ended, number: number): readonly ScoredMistake[] {
  return (JSON.parse(stdout) as Score).steps[number - 1]!.mistakes;
}

/** Changes the server of a step, whose checks are not run before that, but not what it does. */
function begin(course: Scratch, id: string): void {
  const file = `steps/${id}/echo_server.ts`;
  course.write(file, `// I have begun.\n${course.read(file)}`);
}

describe("npm run grade", { concurrency: 2 }, () => {
  test("prints each step and the total as JSON, and whose checks they were", async (t) => {
    const course = courseFor(t);
    course.solve(1);
    const { code, stdout, stderr } = await course.run(["grade"]);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    const score = JSON.parse(stdout);
    assert.deepEqual(score, {
      schema: 2,
      checks: "own, can have been edited",
      steps: [
        {
          ...{ number: 1, id: "01-create-a-socket", state: "done" },
          ...{ passed: 2, checks: 2, points: 1, mistakes: [] },
        },
        {
          ...{ number: 2, id: "02-bind-and-listen", state: "to do" },
          ...{ passed: 0, checks: 3, points: 0, mistakes: [] },
        },
      ],
      total: { passed: 2, checks: 5, points: 1, of: 2 },
    });

    // TEACHING.md shows the same of the whole course, with the first step only.
    const block = readPage("TEACHING.md").blocks.find(({ info }) => info === "json")!;
    const all = (await Promise.all(steps.map(checksOf))).flat().length;
    const total = { passed: 2, checks: all, points: 1, of: steps.length };
    assert.deepEqual(JSON.parse(block.text), { ...score, steps: score.steps.slice(0, 1), total });
  });

  test("gives a course whose checks were edited nothing, when a clean copy grades it", async (t) => {
    const [learner, clean] = [courseFor(t), courseFor(t)];
    for (const { id } of steps.slice(0, GRADED)) {
      begin(learner, id);
      learner.write(`test/checks/${id}.ts`, "export const checks = [];\n");
    }
    const own = scoreOf(await learner.run(["grade"]));
    assert.deepEqual(own, { checks: "own, can have been edited", states: ["done", "done"], points: GRADED });

    const honest = { checks: `from ${realpathSync(clean.folder)}`, states: ["to do", "to do"], points: 0 };
    assert.deepEqual(scoreOf(await learner.run(["grade", "--checks", clean.folder])), honest);
    // From the clean copy, not even this much of the learner's is loaded:
    learner.write("tools/run.js", "console.log('{}');\n");
    learner.write("package.json", "not JSON");
    learner.write("steps/tsconfig.json", "not JSON");
    assert.deepEqual(scoreOf(await clean.run(["grade", "--work", learner.folder])), honest);
  });

  test("gives programs that reach for the course's code nothing", async (t) => {
    const [learner, clean] = [courseFor(t), courseFor(t)];
    learner.solve(1);
    for (const side of sides) {
      learner.write(
        `steps/01-create-a-socket/echo_${side}.ts`,
        `import { steps } from "../../test/tutor/course/course.ts";\nconsole.log('{ "points": 11 }', steps.length);\n`,
      );
      learner.write(
        `steps/02-bind-and-listen/echo_${side}.ts`,
        `const checks: unknown[] = [];
        for (const folder of [${JSON.stringify(clean.folder)}, process.cwd(), "../.."]) {
          const module: string = folder + "/test/checks/02-bind-and-listen.ts";
          const loaded = await import(module).catch(() => ({ checks: [] }));
          checks.push(...loaded.checks.splice(0));
        }
        console.log('{ "points": 11 }', checks.length);
        `,
      );
    }
    const score = scoreOf(await clean.run(["grade", "--work", learner.folder]));
    assert.deepEqual([score.states, score.points], [["failing", "failing"], 0]);
  });

  const noProc = process.platform === "linux" ? false : "there is no /proc";

  test("a program that finds where the score goes cannot write one there", { skip: noProc }, async (t) => {
    const [learner, clean] = [courseFor(t), courseFor(t)];
    const file = path.join(learner.folder, "grade.json");
    // It looks where the output of everybody above it goes, and leaves a child that writes there when these are gone.
    learner.write(
      "steps/01-create-a-socket/echo_server.ts",
      `import fs from "node:fs";
      import { spawn } from "node:child_process";
      const pids = [process.ppid];
      while (pids[0]! > 1) pids.unshift(Number(fs.readFileSync("/proc/" + pids[0] + "/stat", "utf8").split(" ")[3]));
      const read = (pid: number) => { try { return fs.readlinkSync("/proc/" + pid + "/fd/1"); } catch { return ""; } };
      const found = pids.find((pid) => read(pid).endsWith("grade.json"));
      const forge = "setInterval(() => fs.existsSync('/proc/" + found + "') || fs.writeFileSync('" + read(found!) + "', '{}'), 9)";
      spawn(process.execPath, ["-e", forge], { detached: true, stdio: "ignore" }).unref();
      console.log(found);
      `,
    );
    const output = openSync(file, "w");
    const args = ["tools/run.js", "grade", "--work", learner.folder];
    const grader = spawn(process.execPath, args, { cwd: clean.folder, stdio: ["ignore", output, "inherit"] });
    await once(grader, "close");
    closeSync(output);
    await sleep(500);
    const { total, steps: graded } = JSON.parse(learner.read("grade.json"));
    assert.equal(total.points, 0);
    assert.match(graded[0].mistakes[0].explanation, /prints "\d+"/);
  });

  test("grades a step that is missing as not done, and says so", async (t) => {
    const [learner, clean] = [courseFor(t), courseFor(t)];
    learner.solve(1);
    learner.delete("steps/02-bind-and-listen");
    const ended = await clean.run(["grade", "--work", learner.folder]);
    const score = scoreOf(ended);
    assert.deepEqual([score.states, score.points], [["done", "failing"], 1]);
    const [mistake, ...others] = mistakesIn(ended, 2);
    assert.deepEqual(others, []);
    const { name, file, lesson, sentence } = mistake!;
    assert.deepEqual([name, file], ["missing-file", "steps/02-bind-and-listen/echo_server.ts"]);
    assert.equal(lesson, "LESSON.md#step-02-bind-and-listen");
    assert.match(sentence, /echo_server.ts is not there/);
  });

  test("says what is wrong, where, and what was seen, and nothing that controls a terminal", async (t) => {
    const course = courseFor(t);
    course.write(
      "steps/01-create-a-socket/echo_client.ts",
      `import net from "node:net";\nthrow new Error("\x1b[2J\u202e" + String(new net.Socket()));\n`,
    );
    const ended = await course.run(["grade"]);
    const mistake = mistakesIn(ended, 1).find(({ file }) => file.endsWith("client.ts"));
    const { explanation, sentence, ...rest } = mistake!;
    assert.deepEqual(rest, {
      check: "the client creates a socket, prints a line, and ends",
      name: "crashed",
      file: "steps/01-create-a-socket/echo_client.ts",
      line: 2,
      lesson: "LESSON.md#step-01-create-a-socket",
    });
    assert.match(sentence, /^The client was ended by an exception that nobody caught: .*Error: /);
    assert.match(explanation, /^✘ 01 create a socket · .*\n\n +your client .*\n +│ starts/);
    assert.doesNotMatch(sentence + explanation, /[^\P{Cc}\n]|\p{Cf}/u);
  });

  test("says in one line why it cannot grade", async (t) => {
    const [course, bare] = [courseFor(t), courseFor(t, false)];
    const grade = (...args: string[]) => course.run(["grade", ...args]);
    assertOneLine(await grade("--checks", "nowhere"), /^There is no folder .*nowhere\.$/m);
    assertOneLine(await grade("--checks", "steps"), /steps is not a copy of this course: it has no tools/);
    assertOneLine(await grade("--work", "test"), /test is not a copy of this course: it has no steps\.$/m);
    assertOneLine(
      await grade("--checks", bare.folder),
      /The packages of .* are not installed\. Run there: npm ci/,
    );
    assertOneLine(await grade("--checks", "."), /cannot be its own clean copy/);
    assertOneLine(await grade("--check", bare.folder), /Unknown option '--check'/);
    assertOneLine(
      await course.run(["grade"], { npm_config_checks: "../clean" }),
      /npm run grade -- --checks …/,
    );
  });

  test("a check or a file that does not work costs one step, and never the others", async (t) => {
    const course = courseFor(t);
    course.solve(1);
    begin(course, "02-bind-and-listen");
    const graded = async () => {
      const ended = await course.run(["grade"]);
      const { reason } = (JSON.parse(ended.stdout) as Score).steps[1]!;
      return { ...scoreOf(ended), reason };
    };
    const expected = { checks: "own, can have been edited", states: ["done", "not graded"], points: 1 };
    const broken = 'export const checks = [{ side: "server", name: "it", run: () => { throw 1; } }];\n';
    course.write("test/checks/02-bind-and-listen.ts", broken);
    const reason = 'Step 2 cannot be graded: the check "it" does not work here.';
    assert.deepEqual(await graded(), { ...expected, reason });
    course.delete("steps/02-bind-and-listen/echo_client.ts");
    mkdirSync(path.join(course.folder, "steps/02-bind-and-listen/echo_client.ts"));
    assert.deepEqual(await graded(), { ...expected, states: ["done", "to do"], reason: undefined });
  });
});
