// Grading where others run it: the very lines of the workflows and recipes, in a course with one mistake.
import "../english.ts";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { root } from "../../tutor/course/course.ts";
import { createScratch, type Scratch } from "../scratch.ts";
import { withTwoSteps } from "./graded.ts";

const onWindows = process.platform === "win32" && "the pipelines run on Linux";
const SERVER = "steps/02-bind-and-listen/echo_server.ts";
const read = (...names: string[]) => readFileSync(path.join(...names), "utf8");

/** The lines of a workflow that a shell runs, without those that install packages. */
function linesOf(file: string): string {
  const text = read(root, file);
  const blocks = file.endsWith(".gitlab-ci.yml")
    ? text.matchAll(/^ {4}- (npm .*)$/gm)
    : text.matchAll(/^ +(?:- )?run: (?:\|\n((?:(?: {10}.*)?\n)+)|(.*)\n)/gm);
  const lines = [...blocks].map(([, block, line]) => (block ?? line ?? "").replace(/^ {10}/gm, ""));
  // Each in a shell of its own.
  return lines
    .filter((line) => line !== "npm ci")
    .map((line) => `(${line}\n)`)
    .join("\n");
}

describe("pipelines", { skip: onWindows }, () => {
  let [course, clean]: Scratch[] = [];
  before(() => {
    course = withTwoSteps(createScratch(false));
    clean = withTwoSteps(createScratch(false));
    course.solve(2);
    course.write(
      SERVER,
      course
        .read(SERVER)
        .replace(/^await once\(.*\n/m, "")
        .replace("server.listen", "// "),
    );
  });
  after(() => [course, clean].forEach((one) => one?.remove()));

  /** Runs `lines` in the folder of the course, or in another, as a pipeline does. */
  function run(lines: string, env: NodeJS.ProcessEnv, cwd = course!.folder) {
    const { status, stdout, stderr } = spawnSync("bash", ["-eo", "pipefail", "-c", lines], {
      cwd,
      env: { ...process.env, ...env },
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  }

  test("GitHub's workflow shows each mistake on the page of the run and at its line", () => {
    const summary = path.join(course!.folder, "summary.md");
    const lines = linesOf(".github/workflows/grade.yml");
    const { status, stdout, stderr } = run(lines, { COURSE: "", GITHUB_STEP_SUMMARY: summary });
    assert.equal(status, 1, stderr); // Not every step is done.
    assert.match(stdout, /^::error file=steps\/02-bind-and-listen\/echo_server\.ts,line=\d+,title=.+::.+$/m);
    const page = read(summary);
    assert.match(page, /^# 1 of 2 steps done$/m);
    assert.match(page, /│ starts/); // The drawing.
    const report = read(course!.folder, "report.xml");
    assert.match(
      report,
      /<testsuite name="echo-from-scratch" tests="2" failures="1" errors="0" skipped="0">/,
    );
    assert.match(report, /<failure message="[^"]+" type="[a-z-]+">/);
  });

  test("the workflow of the clean copy is told by COURSE, and grades the same", () => {
    cpSync(clean!.folder, path.join(course!.folder, "clean"), { recursive: true });
    const lines = linesOf(".github/workflows/grade.yml").replace("npm ci", "true");
    const env = { COURSE: "school/course", GITHUB_STEP_SUMMARY: "/dev/null" };
    assert.equal(run(lines, env).status, 1);
    const { total, checks } = JSON.parse(read(course!.folder, "grade.json"));
    assert.equal(total.points, 1);
    assert.match(checks, /^from /);
  });

  test("GitLab's has a report of tests, and one of code quality", () => {
    const { status, stderr } = run(linesOf(".gitlab-ci.yml"), {});
    assert.equal(status, 1, stderr);
    const [issue] = JSON.parse(read(course!.folder, "gl-code-quality-report.json"));
    assert.equal(issue.location.path, SERVER);
    assert.match(issue.fingerprint, /^[0-9a-f]{64}$/);
    assert.match(read(course!.folder, "report.xml"), /failures="1"/);
  });

  test("Gradescope's recipe writes a test for each step, with the explanations", () => {
    const autograder = mkdtempSync(path.join(tmpdir(), "echo-autograder-"));
    try {
      mkdirSync(path.join(autograder, "results"));
      symlinkSync(clean!.folder, path.join(autograder, "source"));
      cpSync(path.join(course!.folder, "steps"), path.join(autograder, "submission/steps"), {
        recursive: true,
      });
      const { status, stderr } = run(read(root, "tools/grade/recipes/run_autograder"), {}, autograder);
      assert.equal(status, 0, stderr);
      const { tests } = JSON.parse(read(autograder, "results/results.json"));
      assert.deepEqual(
        tests.map(({ score, max_score }: Record<string, number>) => [score, max_score]),
        [
          [1, 1],
          [0, 1],
        ],
      );
      assert.match(tests[1].output, /your server/);
    } finally {
      rmSync(autograder, { recursive: true });
    }
  });

  test("the recipe for Classroom 50 writes its result.json", (t) => {
    if (spawnSync("python3", ["--version"]).status !== 0) return t.skip("there is no Python");
    const temporary = mkdtempSync(path.join(tmpdir(), "echo-classroom-"));
    try {
      symlinkSync(clean!.folder, path.join(temporary, "echo-from-scratch"));
      const env = {
        TMPDIR: temporary,
        CLASSROOM: "networks",
        ASSIGNMENT: "echo",
        SUBMISSION_TAG: "submit/1",
        COMMIT_URL: "https://example.org/commit",
        RELEASE_URL: "https://example.org/release",
        REVIEW_URL: "",
      };
      const lines = `python3 ${JSON.stringify(path.join(root, "tools/grade/recipes/autograder.py"))}`;
      const { status, stderr } = run(lines, env);
      assert.equal(status, 0, stderr);
      const result = JSON.parse(read(course!.folder, "result.json"));
      assert.deepEqual(
        [result.schema, result.classroom, result.review, result.score, result["max-score"]],
        ["classroom50/result/v1", "networks", "https://example.org/commit", 1, 2],
      );
      assert.deepEqual(
        result.tests.map((one: Record<string, unknown>) => [one["test-name"], one["passed"]]),
        [
          ["01-create-a-socket", true],
          ["02-bind-and-listen", false],
        ],
      );
    } finally {
      rmSync(temporary, { recursive: true });
    }
  });

  test("what is no format or no score is told so, in one line", async () => {
    for (const [args, expected] of [
      [["--format", "excel"], /There is no format "excel"\. Choose one of these: json, markdown, github/],
      [["--from", "package.json"], /package\.json is no score/],
      [["--from", "nothing.json"], /nothing\.json is no score/],
    ] as const) {
      const { code, stdout, stderr } = await course!.run(["grade", ...args]);
      assert.deepEqual([code, stdout, stderr.trim().split("\n").length], [1, "", 1]);
      assert.match(stderr, expected);
    }
  });
});
