// npm run grade -- --class: a small class with everything in it that a class can have, hostile students included.
import "../english.ts";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { steps } from "../../tutor/course/course.ts";
import { assertOneLine, scratchFor, type Scratch } from "../scratch.ts";
import { courseFor, GRADED } from "./graded.ts";

const [FIRST, SECOND] = steps.map(({ id }) => `steps/${id}`) as [string, string];

/** A class, the clean copy that grades it, and the folder for what comes of it. */
interface Classroom {
  readonly clean: Scratch;
  readonly folder: string;
  readonly out: string;
  /** A hand-in, as it was handed out or with all steps done, and then with `files` changed. */
  enter(name: string, isDone: boolean, files?: Readonly<Record<string, string>>): string;
  /** The arguments that have the class graded. */
  readonly command: readonly string[];
  /** Its environment: whatever is left of a run goes with the test. */
  readonly env: NodeJS.ProcessEnv;
  /** What is in `file` of the output folder. */
  read(file: string): string;
}

function classroomFor(t: TestContext): Classroom {
  const clean = courseFor(t);
  const base = realpathSync(mkdtempSync(path.join(tmpdir(), "echo class ")));
  t.after(() => rmSync(base, { recursive: true, force: true, maxRetries: 5 }));
  const [folder, out, temporary] = ["hand-ins", "out", "tmp"].map((name) => path.join(base, name)) as [
    string,
    string,
    string,
  ];
  for (const made of [folder, temporary]) mkdirSync(made);
  const solved = scratchFor(t);
  solved.solve(GRADED);
  return {
    clean,
    folder,
    out,
    enter(name, isDone, files = {}) {
      const place = path.join(folder, name);
      for (const { id } of steps.slice(0, GRADED)) {
        const step = path.join("steps", id);
        cpSync(path.join((isDone ? solved : clean).folder, step), path.join(place, step), {
          recursive: true,
        });
      }
      for (const [file, content] of Object.entries(files)) writeFileSync(path.join(place, file), content);
      return place;
    },
    command: ["grade", "--class", folder, "--out", out],
    env: { TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    read: (file) => readFileSync(path.join(out, file), "utf8"),
  };
}

/** The rows of grades.csv without the seconds. */
function rowsOf({ read }: Classroom): string[] {
  return read("grades.csv")
    .split("\r\n")
    .map((line) => line.replace(/,[\d.]+(,1)$/, "$1"));
}

/** Everything in the output folder, without what differs from run to run: times, and the numbers of ports. */
function resultOf({ out, read }: Classroom): { [file: string]: string } {
  const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => /\.\w+$/.test(name));
  return Object.fromEntries(files.sort().map((file) => [file, read(file).replace(/\d+(\.\d+)?/g, "0")]));
}

/** What is left of the folders in which hand-ins were graded. */
function remainsIn({ env }: Classroom): string[] {
  return readdirSync(env["TMPDIR"]!).filter((name) => name.startsWith("echo-grade-"));
}

/** A server that `begins` with something, and is wrong otherwise. */
const hostile = (begins: string) => `import fs from "node:fs";
import { spawn } from "node:child_process";
${begins}
console.log("Nothing listens here.", typeof fs, typeof spawn);
`;

/** The numbers of the processes that were started with `word` as an argument. */
function processesNamed(word: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(word);
    } catch {
      return false;
    }
  });
}

describe("npm run grade -- --class", { concurrency: 2 }, () => {
  test("grades everybody, and writes a table, JSON, a page for each, and one for all", async (t) => {
    const room = classroomFor(t);
    const mine = `import net from "node:net";
      const mySocket: net.Socket = new net.Socket(); // Mine.
      console.log(\`A socket is there, and nobody knows of it: \${mySocket.readyState}.\`, ${'"…", '.repeat(50)} 1);
      mySocket.destroy();
      `;
    room.enter("anna", true, { [`${FIRST}/echo_client.ts`]: mine });
    room.enter("Jörg Öß/clone", true, {
      [`${FIRST}/echo_client.ts`]: mine.replaceAll("mySocket", "s").replaceAll(": net.Socket", ""),
    });
    room.enter("=cmd", false);
    room.enter("..wrong`[", true, { [`${SECOND}/echo_server.ts`]: 'console.log("Listening at 9999");\n' });
    const odd = room.enter("links", true);
    rmSync(path.join(odd, FIRST), { recursive: true });
    symlinkSync(path.join(room.folder, "anna", FIRST), path.join(odd, FIRST), "junction");
    rmSync(path.join(odd, SECOND, "echo_client.ts"));
    mkdirSync(path.join(odd, SECOND, "echo_client.ts"));
    mkdirSync(path.join(room.folder, "empty"));

    const { code, stdout, stderr } = await room.clean.run(room.command, room.env);
    assert.deepEqual({ code, stdout }, { code: 0, stdout: "" });
    assert.match(stderr, /^(\d\/5 {2}.*: \d of 2 points \([\d.]+ s\)\n){5}$/);
    assert.deepEqual(rowsOf(room), [
      `\ufeffstudent,points,of,${steps[0]!.id},${steps[1]!.id},not graded,seconds,version`,
      "..wrong`[,1,2,done,failing,,1",
      "'=cmd,0,2,to do,to do,,1",
      "anna,2,2,done,done,,1",
      "Jörg Öß,2,2,done,done,,1",
      "links,0,2,failing,failing,,1",
      "",
    ]);
    const { version, students, leftOut } = JSON.parse(room.read("grades.json"));
    assert.deepEqual([version, students.length, leftOut], [1, 5, ["empty"]]);
    const [wrong] = students;
    assert.equal(wrong.steps[1].mistakes[0].name, "never-listens");
    assert.match(room.read(wrong.page), /^# \.\.wrong\\`\\\[$[^]*Nobody accepts[^]*echo_server\.ts · /m);
    assert.match(
      room.read("students/links.md"),
      /create-a-socket is a link[^]*echo_client\.ts is there, but/,
    );
    const page = room.read("class.md");
    assert.match(page, /^\| 02 bind and listen \| 2 \| 2 \| 1 \| 0 \|$/m);
    assert.match(page, /^\| 1 \| `never-listens` \| .* \| LESSON\.md#step-02-bind-and-listen \|$/m);
    assert.deepEqual(page.match(/^- .*$/gm), [`- anna · Jörg Öß: \`${FIRST}/echo_client.ts\``, "- empty"]);
    assert.deepEqual(
      readdirSync(room.env["TMPDIR"]!).filter((name) => name.startsWith("echo-")),
      [],
    );

    const before = resultOf(room);
    const again = await room.clean.run(room.command, room.env);
    assert.match(again.stderr, /^(.* \(as before\)\n){5}$/);
    assert.deepEqual(resultOf(room), before);
  });

  test("killed in the middle and started again, it comes to the same", async (t) => {
    const room = classroomFor(t);
    for (const name of ["a", "b", "c"]) room.enter(name, name === "a");
    const killed = room.clean.start(room.command, room.env);
    const results = path.join(room.out, "results");
    const isThere = () => existsSync(results) && readdirSync(results).some((name) => name.endsWith(".json"));
    while (!isThere()) await sleep(10);
    killed.stop("SIGKILL");
    await killed.ended;
    assert.ok(!existsSync(path.join(room.out, "grades.csv")));
    const { stderr } = await room.clean.run(room.command, room.env);
    assert.match(stderr, /as before/);
    assert.deepEqual(remainsIn(room), []);
    const resumed = resultOf(room);
    rmSync(room.out, { recursive: true });
    await room.clean.run(room.command, room.env);
    assert.deepEqual(resumed, resultOf(room));
  });

  test("who hangs has what was graded in time, and the others lose nothing", async (t) => {
    const room = classroomFor(t);
    const text = `fs.readFileSync("${SECOND}/echo_server.ts", "utf8")`;
    const wait = `${text}.includes("hangs") && new Promise((resolve) => setTimeout(resolve, 60_000))`;
    const check = `{ side: "server", name: "it", run: async () => { await (${wait}); } }`;
    const checks = `import fs from "node:fs";\nexport const checks = [${check}];\n`;
    room.clean.write("test/checks/02-bind-and-listen.ts", checks);
    room.enter("hangs", true, { [`${SECOND}/echo_server.ts`]: "// It hangs.\n" });
    room.enter("right", true);
    await room.clean.run([...room.command, "--limit", "8"], room.env);
    const reason = "Not graded: the time (8 s) was over.";
    const [, hanging, right] = rowsOf(room);
    assert.deepEqual([hanging, right], [`hangs,1,2,done,not graded,${reason},1`, "right,2,2,done,done,,1"]);
    assert.match(room.read("students/hangs.md"), /the time \(8 s\) was over/);
  });

  const noProc = process.platform === "linux" ? false : "there is no /proc";

  test("no program writes the score, and none is left to do it later", { skip: noProc }, async (t) => {
    const room = classroomFor(t);
    const word = `forger-${process.pid}`;
    // It writes what a grader would say to the output of everybody above it, and has a child do it when these are gone.
    const forge = `
      const step = (number, id) => ({ number, id, state: "done", passed: 9, checks: 9, points: 1, mistakes: [] });
      const all = [step(1, "${steps[0]!.id}"), step(2, "${steps[1]!.id}")];
      const lines = all.map((step) => JSON.stringify(step) + "\\n" + "0".repeat(64) + " " + JSON.stringify(step) + "\\n");
      const write = (places) => {
        for (const place of places) try { fs.writeFileSync(place, lines.join("") + JSON.stringify({ steps: all })); } catch {}
      };
      const parent = (pid) => Number(/^PPid:\\s(\\d+)/m.exec(fs.readFileSync("/proc/" + pid + "/status", "utf8"))[1]);
      const pids = [process.ppid, parent(process.ppid)];`;
    const begins = `${forge}
      const places = pids.flatMap((pid) => [0, 1, 2].map((fd) => "/proc/" + pid + "/fd/" + fd));
      const real = places.flatMap((place) => { try { return [fs.readlinkSync(place)]; } catch { return []; } });
      write(places);
      const files = real.filter((place) => place.startsWith("/tmp"));
      const later = "const fs = require('fs'); setInterval(() => fs.existsSync('/proc/" + process.ppid + "') || " +
        JSON.stringify(files) + ".map((file) => fs.writeFileSync(file, '{}')), 20)";
      spawn(process.execPath, ["-e", later, "${word}"], { detached: true, stdio: "ignore" }).unref();`;
    room.enter("forger", false, { [`${FIRST}/echo_server.ts`]: hostile(begins) });
    // A grader's own output cannot be opened in this way. Where it could, a line needs the right seal:
    const seal = room.clean.read("tools/grade/seal.ts");
    const first = `console.log("0".repeat(64), '{ "id": "${steps[1]!.id}", "state": "done", "points": 1 }');`;
    room.clean.write("tools/grade/seal.ts", seal.replace("const key", `${first}\n  const key`));
    await room.clean.run(room.command, room.env);
    assert.match(rowsOf(room)[1]!, /^forger,0,2,(failing|to do),to do,,1$/);
    assert.deepEqual(processesNamed(word), []);
  });

  const notRoot = process.platform === "linux" && process.getuid?.() === 0 ? false : "only root can";

  test("as another user, programs reach nothing and leave nothing", { skip: notRoot }, async (t) => {
    const room = classroomFor(t);
    for (const folder of [room.clean.folder, path.dirname(room.folder)]) chmodSync(folder, 0o755);
    const word = `stayer-${process.pid}`;
    const places = ["/proc/1/mem", `${room.clean.folder}/test/checks/new.ts`, `${room.out}/results/new.json`];
    const begins = `
      const places = ["/proc/" + process.ppid + "/mem", ...${JSON.stringify(places)}];
      const codes = places.map((place) => { try { return fs.openSync(place, "a"); } catch (error) { return error.code[0]; } });
      console.log("user", process.getuid(), ...codes);
      const stay = [["-e", "setInterval(() => {}, 1000)", "${word}"], { detached: true, stdio: "ignore", env: {} }];
      spawn(process.execPath, ...stay).unref();`;
    room.enter("a", true, { [`${FIRST}/echo_server.ts`]: hostile(begins) });
    room.enter("b", true);
    await room.clean.run([...room.command, "--user", "64001"], room.env);
    assert.deepEqual(rowsOf(room).slice(1, 3), ["a,1,2,failing,done,,1", "b,2,2,done,done,,1"]);
    assert.match(room.read("students/a.md"), /prints "user 6400[12] E E E E"/);
    assert.deepEqual(processesNamed(word), []);
  });

  test("when a program changes the clean copy, nothing that was graded meanwhile counts", async (t) => {
    const room = classroomFor(t);
    const checks = JSON.stringify(path.join(room.clean.folder, "test/checks/02-bind-and-listen.ts"));
    const empty = `fs.writeFileSync(${checks}, "export const checks = [];\\n");`;
    const next = room.enter("next", false, { [`${SECOND}/echo_server.ts`]: "// I have begun.\n" });
    for (const begins of [
      empty,
      // As if nothing had been:
      `const text = fs.readFileSync(${checks}, "utf8"); ${empty} fs.writeFileSync(${checks}, text);`,
    ]) {
      room.enter("changer", false, { [`${FIRST}/echo_server.ts`]: hostile(begins) });
      const before = room.clean.read("test/checks/02-bind-and-listen.ts");
      const { code, stderr } = await room.clean.run(room.command, room.env);
      assert.equal(code, 1);
      assert.match(stderr, /was changed \(test\/checks\/02-bind-and-listen\.ts\) while .*changer.*\n$/);
      assert.doesNotMatch(stderr, /[1-9] of 2/);
      const kept = readdirSync(path.join(room.out, "results"));
      assert.ok(!kept.includes("changer.json") && !existsSync(path.join(room.out, "grades.csv")));
      room.clean.write("test/checks/02-bind-and-listen.ts", before);
      rmSync(next, { recursive: true, force: true });
    }
  });

  test("what commands note in the clean copy decides nothing; all else does", (t) => {
    const { clean } = classroomFor(t);
    clean.delete("node_modules");
    mkdirSync(path.join(clean.folder, "node_modules"));
    // What is written between two looks at the clean copy.
    const script = `
      import { mkdirSync, writeFileSync } from "node:fs";
      import path from "node:path";
      import { guard } from "./tools/grade/guard.ts";
      const file = process.argv[1];
      const changed = guard(process.cwd());
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, "{}");
      console.log(changed());`;
    const node = ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", script];
    for (const [file, found] of [
      ["node_modules/.cache/echo-from-scratch/hints.json", undefined],
      ["node_modules/tsx/package.json", path.join("node_modules", "tsx", "package.json")],
    ] as const) {
      const { stdout, stderr } = spawnSync(process.execPath, [...node, file], {
        cwd: clean.folder,
        encoding: "utf8",
      });
      assert.equal(stdout, `${found}\n`, stderr);
    }
  });

  test("says in one line what is wrong with its arguments", async (t) => {
    const room = classroomFor(t);
    room.enter("anna", false);
    const run = (...args: string[]) => room.clean.run(["grade", ...args], room.env);
    writeFileSync(`${room.folder}/file`, "");
    assertOneLine(await run("--class", room.folder), /^.*--class and --out belong together/);
    assertOneLine(await run("--class", "nowhere", "--out", room.out), /There is no folder .*nowhere/);
    assertOneLine(await run("--class", "test", "--out", room.out), /Nobody is in .*test/);
    assertOneLine(
      await run("--class", room.folder, "--out", `${room.folder}/anna`),
      /have to be two folders/,
    );
    assertOneLine(
      await run("--class", room.folder, "--out", path.dirname(room.folder)),
      /have to be two folders/,
    );
    assertOneLine(await run(...room.command.slice(1), "--limit", "abc"), /--limit takes a whole number/);
    assert.ok(!existsSync(room.out));
    writeFileSync(room.out, "");
    assertOneLine(await run(...room.command.slice(1)), /cannot be written: /);
  });
});
