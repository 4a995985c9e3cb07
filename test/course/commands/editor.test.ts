// What .vscode/ asks of the commands: that they take the folder of the open file, and print what its tasks look for.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { root } from "../../tutor/course/course.ts";
import { scratchFor } from "../scratch.ts";

const FOLDER = "steps/01-create-a-socket";

/** A file of the editor's: JSON with comments on lines of their own, and with `variables` filled in. */
function settings(file: string, variables: { readonly [name: string]: string }) {
  const text = readFileSync(path.join(root, ".vscode", file), "utf8").replace(/^\s*\/\/.*$/gm, "");
  return JSON.parse(text.replace(/\$\{(\w+)\}/g, (whole, name: string) => variables[name] ?? whole));
}

/** What the editor looks for in a line, and in which groups of it. */
interface Matcher {
  readonly pattern: { regexp: string; file: number; line?: number; message: number };
}

describe("the editor", { concurrency: 2 }, () => {
  const { tasks } = settings("tasks.json", { relativeFileDirname: FOLDER });
  const [check] = tasks;

  /** The places that the task's problem matchers find in `output`. */
  function problemsIn(output: string) {
    return output.split(/\r?\n/).flatMap((text) =>
      check.problemMatcher.flatMap(({ pattern: { regexp, file, line, message } }: Matcher) => {
        const found = new RegExp(regexp).exec(text);
        return found
          ? [{ file: found[file], line: line && Number(found[line]), message: found[message] }]
          : [];
      }),
    );
  }

  test("checks the step of the open file, and shows what is wrong where it is", async (t) => {
    const scratch = scratchFor(t);
    scratch.solve(1);
    scratch.write(
      `${FOLDER}/echo_server.ts`,
      `${scratch.read(`${FOLDER}/echo_server.ts`)}const n: number = "";\n`,
    );
    const line = scratch.read(`${FOLDER}/echo_server.ts`).split("\n").length - 1;
    const message = "TypeScript found an error: TS2322: Type 'string' is not assignable to type 'number'.";
    const expected = { file: `${FOLDER}/echo_server.ts`, line, message };
    // The editor takes colours out of what it looks at.
    for (const TERM of ["xterm-256color", "dumb"]) {
      const env = { TERM, LC_ALL: TERM === "dumb" ? "C" : "en_US.UTF-8", FORCE_COLOR: "0" };
      const { code, stdout } = await scratch.run(check.args.slice(1), env);
      assert.equal(code, 1);
      assert.deepEqual(problemsIn(stdout), [expected]);
    }
  });

  test("shows a mistake that is in no certain line at the file", async (t) => {
    const scratch = scratchFor(t);
    scratch.solve(1);
    scratch.write(`${FOLDER}/echo_client.ts`, "export {};\n");
    const { stdout } = await scratch.run(check.args.slice(1), { FORCE_COLOR: "0" });
    const message = "The client ran, but it created no socket.";
    assert.deepEqual(problemsIn(stdout), [{ file: `${FOLDER}/echo_client.ts`, line: undefined, message }]);
  });

  test("finds no problem where there is none, nor in what is still to do", async (t) => {
    const scratch = scratchFor(t);
    assert.deepEqual(problemsIn((await scratch.run(["test"])).stdout), []);
    scratch.solve(1);
    const { code, stdout } = await scratch.run(["test", FOLDER, "--problems"]);
    assert.deepEqual([code, problemsIn(stdout)], [0, []]);
  });

  test("may name a step by its folder, or by a file in it", async (t) => {
    const scratch = scratchFor(t);
    scratch.write(`${FOLDER}/echo_server.ts`, 'console.log("of step 01");\n');
    const file = path.join(FOLDER, "echo_client.ts");
    for (const name of [FOLDER, `${FOLDER}/`, `./${FOLDER}`, path.join(scratch.folder, FOLDER), file])
      assert.equal((await scratch.run(["server", name])).stdout, "of step 01\n", name);
    for (const name of ["steps", "solution", "solution/echo_server.ts", "01-create"])
      assert.match((await scratch.run(["server", name])).stderr, /There is no step/, name);
  });

  test("debugs the programs that there are, with a Node that runs them", () => {
    const variables = { workspaceFolder: root, fileDirname: path.join(root, FOLDER).replaceAll("\\", "/") };
    const { configurations } = settings("launch.json", variables);
    for (const { program, runtimeArgs, cwd, env, console, serverReadyAction } of configurations) {
      assert.ok(existsSync(program), program);
      assert.equal(env.PORT, "9999");
      const { status, stdout } = spawnSync(process.execPath, [...runtimeArgs, program], {
        cwd,
        env: { ...process.env, ...env },
        encoding: "utf8",
      });
      assert.equal(status, 0);
      assert.match(stdout, /9999/);
      if (serverReadyAction === undefined) continue;
      assert.match(stdout, new RegExp(serverReadyAction.pattern));
      // In a terminal, the command line would match, too, before the server listens.
      assert.equal(console, "internalConsole");
      // A server that has done its work must not end the client, which somebody may be looking at.
      assert.ok(!serverReadyAction.killOnServerStop);
      assert.ok(configurations.some(({ name }: { name: string }) => name === serverReadyAction.name));
    }
  });
});
