// npm run watch as a learner uses it: without a terminal, and in one.
import "../english.ts";
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { describe, test, type TestContext } from "node:test";
import { answerTo, steps, withoutTodos } from "../../tutor/course/course.ts";
import { difference, onlyChanges } from "../../tutor/course/difference.ts";
import { hintsOf } from "../../tutor/course/lesson.ts";
import { linesOf } from "../../tutor/tell/markdown.ts";
import { createScratch, tool, type Scratch } from "../scratch.ts";

const SERVER = "steps/01-create-a-socket/echo_server.ts";
const CLIENT = "steps/01-create-a-socket/echo_client.ts";
const onWindows = process.platform === "win32" && "no such terminals on Windows";
const hasPython = !onWindows && spawnSync("python3", ["--version"]).status === 0;

/** A running `npm run watch`: what it has printed, and what to type. */
interface Watching {
  /** Waits until something that matches has been printed since the last time. */
  prints(pattern: RegExp): Promise<string>;
  type(keys: string): void;
  readonly ended: Promise<number | null>;
  stop(signal: NodeJS.Signals): void;
}

/** Starts it in `scratch`; in a terminal of its own, if `inTerminal`. */
function startWatching(
  t: TestContext,
  scratch: Scratch,
  inTerminal: boolean,
  args: string[] = [],
  env: NodeJS.ProcessEnv = {},
): Watching {
  const command = [process.execPath, tool, "watch", ...args];
  const python = `import pty, sys; sys.exit(pty.spawn(${JSON.stringify(command)}) >> 8)`;
  const child = inTerminal
    ? spawn("python3", ["-c", python], {
        cwd: scratch.folder,
        env: { ...process.env, TERM: "xterm", NO_COLOR: "1", ...env },
      })
    : spawn(command[0]!, command.slice(1), { cwd: scratch.folder });
  t.after(() => child.kill("SIGKILL"));
  let printed = "";
  let seen = 0;
  const waiting = new Set<() => void>();
  for (const pipe of [child.stdout, child.stderr]) {
    pipe.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      for (const look of waiting) look();
    });
  }
  return {
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(printed.slice(seen));
          if (found === null) return;
          seen += found.index + found[0].length;
          waiting.delete(look);
          clearTimeout(timer);
          resolve(found[0]);
        };
        const timer = setTimeout(
          () => reject(new Error(`${pattern} is not in: ${printed.slice(seen)}`)),
          60_000,
        );
        waiting.add(look);
        look();
      }),
    type: (keys) => void child.stdin.write(keys),
    ended: new Promise((resolve) => child.once("close", (code) => resolve(code))),
    stop: (signal) => void child.kill(signal),
  };
}

/** Writes down the answer to step 01, as an editor does that saves by putting a new file in the place of the old one. */
function solveByRenaming(scratch: Scratch): void {
  for (const [file, side] of [
    [SERVER, "server"],
    [CLIENT, "client"],
  ] as const) {
    const answer = withoutTodos(readFileSync(answerTo(steps[0]!)[side], "utf8"));
    scratch.write(`${file}.new`, answer);
    renameSync(path.join(scratch.folder, `${file}.new`), path.join(scratch.folder, file));
  }
}

describe("npm run watch", { concurrency: 2 }, () => {
  test("without a terminal, prints a verdict at first and after every save", async (t) => {
    const scratch = createScratch();
    t.after(() => scratch.remove());
    const watching = startWatching(t, scratch, false);
    await watching.prints(/01 create a socket: to do/);
    scratch.write(SERVER, 'console.log("Created");\n');
    await watching.prints(/Printing\s+that\s+there\s+is\s+one\s+does\s+not\s+make\s+one/);
    solveByRenaming(scratch);
    await watching.prints(/01 create a socket: done/);
    await watching.prints(/Next: step 2, bind and listen/);
    watching.stop("SIGTERM");
    await watching.ended;
  });

  test("in German, tells TypeScript's errors in German, too", async (t) => {
    const scratch = createScratch();
    t.after(() => scratch.remove());
    scratch.write(SERVER, "nobody();\n");
    const watching = startWatching(t, scratch, false, ["1", "--lang", "de"]);
    await watching.prints(/TS2304: Der Name "nobody" wurde nicht\s+gefunden/);
    watching.stop("SIGTERM");
    await watching.ended;
  });

  test(
    "in a terminal, listens to keys",
    { skip: !hasPython && "needs a terminal, from python3" },
    async (t) => {
      const scratch = createScratch();
      t.after(() => scratch.remove());
      const watching = startWatching(t, scratch, true);
      await watching.prints(/0 of 11 steps done[^]*01 create a socket: to do[^]*q quit/);
      watching.type("h");
      await watching.prints(/Hint 1: where do sockets come from\?[^]*q quit/);
      watching.type("h");
      await watching.prints(/Hint 1[^]*Hint 2[^]*q quit/);
      watching.type("a");
      await watching.prints(/\+ import net from "node:net";[^]*q quit/);
      watching.type("l");
      await watching.prints(/11 set limits +to do[^]*q quit/);

      scratch.write(SERVER, "const mine = 1;\n");
      await watching.prints(/✘ the server creates a server socket[^]*q quit/);
      watching.type("r");
      await watching.prints(/Press r once more/);
      assert.equal(scratch.read(SERVER), "const mine = 1;\n");
      watching.type("r");
      await watching.prints(/Yours are kept:\s+steps\/01-create-a-socket\/echo_server\.ts\.mine-1/);
      assert.equal(scratch.read(`${SERVER}.mine-1`), "const mine = 1;\n");
      assert.match(scratch.read(SERVER), /TODO\(01\)/);
      assert.ok(!existsSync(path.join(scratch.folder, `${CLIENT}.mine-1`)), "an untouched file is kept");

      solveByRenaming(scratch);
      await watching.prints(
        /1 of 11 steps done[^]*npm run answer 1[^]*What really happens: LESSON\.md#what-really-happens\s[^]*Press n for step 2, bind and listen/,
      );
      watching.type("n");
      await watching.prints(/02 bind and listen: to do/);
      watching.type("n");
      await watching.prints(/Step 2 is not done[^]*press n once\s+more/);
      watching.type("p");
      await watching.prints(/01 create a socket: done/);
      watching.type("3");
      await watching.prints(/03 accept and connect: to do/);
      watching.type("11");
      await watching.prints(/11 set limits: to do/);
      watching.type("1");
      await watching.prints(/01 create a socket: done/);
      watching.type("q");
      assert.equal(await watching.ended, 0);
    },
  );

  test(
    "in a terminal, opens the place in the editor that the environment names, or says that there is none",
    { skip: !hasPython && "needs a terminal, from python3" },
    async (t) => {
      const scratch = createScratch();
      t.after(() => scratch.remove());
      scratch.write("vim", '#!/bin/sh\necho "opened $*"\n');
      chmodSync(path.join(scratch.folder, "vim"), 0o755);
      const PATH = `${scratch.folder}${path.delimiter}${process.env["PATH"]}`;
      for (const [EDITOR, says] of [
        ["vim", /opened \+\d+ \S[^]*echo_server\.ts/],
        ["no-such-editor", /The editor no-such-editor cannot be run/],
      ] as const) {
        const watching = startWatching(t, scratch, true, ["1"], { EDITOR, VISUAL: "", PATH });
        await watching.prints(/01 create a socket: to do[^]*q quit/);
        watching.type("e");
        await watching.prints(says);
        watching.type("q");
        await watching.ended;
      }
    },
  );

  test(
    "in a terminal, congratulates after the last step, and ends on Ctrl+C",
    { skip: !hasPython && "needs a terminal, from python3" },
    async (t) => {
      const scratch = createScratch();
      t.after(() => scratch.remove());
      // Fewer steps are enough for that: those that are not there are not missed.
      for (const { id } of steps.slice(1)) scratch.delete(`steps/${id}`);
      scratch.solve(1);
      const watching = startWatching(t, scratch, true);
      await watching.prints(/congratulations/);
      watching.type("\x03");
      assert.equal(await watching.ended, 130);
    },
  );
});

describe("npm run watch N", () => {
  test(
    "judges that step first, tells what is wrong as soon as it is known, and then looks at the others",
    { skip: !hasPython && "needs a terminal, from python3" },
    async (t) => {
      const scratch = createScratch();
      t.after(() => scratch.remove());
      scratch.solve(1);
      // Its type error is known long before the checks give it up: it ticks.
      scratch.write(
        "steps/02-bind-and-listen/echo_server.ts",
        'const port: number = "9999";\nsetInterval(() => port, 50);\n',
      );
      const watching = startWatching(t, scratch, true, ["2"]);
      await watching.prints(/0 of 11 steps done[^]*02 bind and listen: checking[^]*TS2322[^]*q quit/);
      await watching.prints(/0 of 11 steps done[^]*02 bind and listen: failing[^]*q quit/);
      await watching.prints(/1 of 11 steps done[^]*02 bind and listen: failing[^]*q quit/);
      watching.type("q");
      assert.equal(await watching.ended, 0);
    },
  );
});

describe("what it shows", () => {
  test("every step has hints in the lesson, the last of them with code", () => {
    for (const step of steps) {
      const hints = hintsOf(step, "LESSON.md");
      assert.ok(hints.length >= 3, `${step.id} has ${hints.length} hints`);
      assert.ok(
        linesOf(hints.at(-1)!.text, 80).some((line) => line.startsWith("    ")),
        step.id,
      );
    }
  });

  test("Markdown becomes wrapped paragraphs and indented code", () => {
    assert.deepEqual(linesOf("One two\nthree.\n\n```ts\na;\nb;\n```\n\nEnd", 8), [
      "One two",
      "three.",
      "",
      "    a;",
      "    b;",
      "",
      "End",
      "",
    ]);
  });

  test("a difference keeps what is in common, and shows the lines around what is not", () => {
    const lines = difference(["a", "b", "c", "d", "e"], ["a", "b", "x", "d", "e"]);
    assert.deepEqual(
      lines.map(({ sign, text }) => sign + text),
      [" a", " b", "-c", "+x", " d", " e"],
    );
    assert.deepEqual(
      onlyChanges(lines, 1).map((line) => line && line.sign + line.text),
      [" b", "-c", "+x", " d", undefined],
    );
    assert.deepEqual(onlyChanges(difference(["same"], ["same"]), 1), []);
  });
});
