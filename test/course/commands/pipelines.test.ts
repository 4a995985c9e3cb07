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
/** Only root can run programs as another user. */
const isRoot = process.platform === "linux" && process.getuid?.() === 0;
const SERVER = "steps/02-bind-and-listen/echo_server.ts";
const read = (...names: string[]) => readFileSync(path.join(...names), "utf8");

/** What shells run of a workflow, one after another, without what installs packages. */
function scriptsOf(file: string): string[] {
  const text = read(root, file);
  const blocks = file.endsWith(".gitlab-ci.yml")
    ? text.matchAll(/^ {4}- (npm .*)$/gm)
    : text.matchAll(/^ +(?:- )?run: (?:\|\n((?:(?: {10}.*)?\n)+)|(.*)\n)/gm);
  const scripts = [...blocks].map(([, block, line]) => (block ?? line ?? "").replace(/^ {10}/gm, ""));
  return scripts.filter((script) => script !== "npm ci");
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

  /** Runs `scripts` in the folder of the course, or in another, as a pipeline does: each in a shell of its own. */
  function run(scripts: readonly string[], env: NodeJS.ProcessEnv, cwd = course!.folder) {
    const lines = scripts.map((script) => `(${script}\n)`).join("\n");
    const { status, stdout, stderr } = spawnSync("bash", ["-eo", "pipefail", "-c", lines], {
      cwd,
      env: { ...process.env, ...env },
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  }

  test("GitHub's workflow shows each mistake on the page of the run and at its line", () => {
    const summary = path.join(course!.folder, "summary.md");
    const scripts = scriptsOf(".github/workflows/grade.yml");
    const { status, stdout, stderr } = run(scripts, { COURSE: "", GITHUB_STEP_SUMMARY: summary });
    assert.equal(status, 1, stderr); // Not every step is done.
    const errors = stdout.match(
      /^::error file=steps\/02-bind-and-listen\/echo_server\.ts,line=\d+,title=.+::.+$/gm,
    );
    assert.equal(errors?.length, 1, stdout); // Two checks fail, for one cause.
    const page = read(summary);
    // In the log, nothing of the page is a command: programs may have printed it.
    const [, , shown] = /^::stop-commands::(\S+)\n([^]*)^::\1::$/m.exec(stdout) ?? [];
    assert.equal(shown, page);
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
    const grades = scriptsOf(".github/workflows/grade.yml").find((script) => script.includes("$COURSE"))!;
    const { status, stderr } = run([grades.replace("npm ci", "true")], { COURSE: "school/course" });
    assert.equal(status, 0, stderr);
    const { total, checks } = JSON.parse(read(course!.folder, "grade.json"));
    assert.equal(total.points, 1);
    assert.match(checks, /^from /);
  });

  test("GitLab's has a report of tests, and one of code quality", () => {
    const { status, stderr } = run(scriptsOf(".gitlab-ci.yml"), {});
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
      mkdirSync(path.join(autograder, "submission"));
      const recipe = read(root, "tools/grade/recipes/run_autograder");
      const script = isRoot ? recipe : recipe.replace(" --user 60001", "");
      const results = () => {
        const { status, stderr } = run([script], {}, autograder);
        assert.equal(status, 0, stderr);
        return JSON.parse(read(autograder, "results/results.json"));
      };
      assert.match(results().output, /submission is not a copy of this course: it has no steps\.$/);

      const [from, to] = [course!.folder, path.join(autograder, "submission")];
      cpSync(path.join(from, "steps"), path.join(to, "steps"), { recursive: true });
      const { tests } = results();
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
      const script = `python3 ${JSON.stringify(path.join(root, "tools/grade/recipes/autograder.py"))}`;
      const { status, stderr } = run([script], env);
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
      assert.match(read(course!.folder, "release-body.md"), /^# 1 of 2 steps done\n[^]*│ starts/);
    } finally {
      rmSync(temporary, { recursive: true });
    }
  });

  test("what a program says stays text, in a command and in XML", async () => {
    const said = '50 %\n::error::"<&\uffff';
    const mistake = { check: "one: two, three", name: "crashed", sentence: said, explanation: said };
    const step = {
      id: "01-create-a-socket",
      state: "failing",
      mistakes: [{ ...mistake, file: SERVER, line: 7 }],
    };
    course!.write("said.json", JSON.stringify({ schema: 2, steps: [step] }));
    const as = async (format: string) =>
      (await course!.run(["grade", "--from", "said.json", "--format", format])).stdout;
    const command = `::error file=${SERVER},line=7,title=one%3A two%2C three::50 %25%0A::error::"<&\uffff\n`;
    assert.equal(await as("github"), command);
    assert.match(await as("junit"), />50 %\n::error::&quot;&lt;&amp;\ufffd<\/failure>/);
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
