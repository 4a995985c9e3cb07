// Files, packages and programs as they should not be: each costs its step, or gets one clear line, and harms nobody.
import "../english.ts";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { describe, test } from "node:test";
import { assertOneLine, scratchFor } from "../scratch.ts";

const onWindows = process.platform === "win32" && "there are no such files on Windows";
const SERVER = "steps/02-bind-and-listen/echo_server.ts";
/** What could control a terminal, or disguise what it shows, but for the ends of lines. */
const CONTROLS = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u;

describe("trouble", { concurrency: true }, () => {
  describe("one file that is no program costs its step only", { concurrency: 2 }, () => {
    /** Two steps, the first of them done, with something else in the place of a program of the second. */
    async function testWith(t: Parameters<typeof scratchFor>[0], put: (file: string) => void) {
      const scratch = scratchFor(t);
      scratch.solve(1);
      scratch.delete(SERVER);
      put(path.join(scratch.folder, SERVER));
      const [all, one] = [await scratch.run(["test"]), await scratch.run(["test", "2"])];
      assert.match(all.stdout, /01 create a socket +done/);
      assert.equal(one.code, 1);
      assertOneLine(await scratch.run(["server", "2"]), new RegExp(SERVER));
      const answer = await scratch.run(["answer", "2"]);
      assert.equal(answer.code, 0);
      const reset = await scratch.run(["reset", "2"]);
      assert.match(reset.stdout, /echo_server\.ts\.mine-1/);
      return one.stdout.replace(/\s+/g, " ");
    }

    test("a folder", async (t) => {
      assert.match(
        await testWith(t, (file) => mkdirSync(file)),
        /is no file, but a folder or something else/,
      );
    });

    test("a device, or what never ends", { skip: onWindows }, async (t) => {
      for (const put of [
        (file: string) => symlinkSync("/dev/zero", file),
        (file: string) => void spawnSync("mkfifo", [file]),
      ])
        assert.match(await testWith(t, put), /is no file/);
    });

    test("far too much", async (t) => {
      assert.match(
        await testWith(t, (file) => writeFileSync(file, "\n".repeat(300 * 1024))),
        /is too large for a program/,
      );
    });

    test("UTF-16", async (t) => {
      const text = Buffer.from('\ufeffconsole.log("Listening");\n', "utf16le");
      assert.match(await testWith(t, (file) => writeFileSync(file, text)), /is UTF-16 .*Save it as UTF-8/);
    });
  });

  describe("npm test", { concurrency: 2 }, () => {
    test("takes a copy of a step's folder for none", async (t) => {
      const scratch = scratchFor(t);
      const folder = path.join(scratch.folder, "steps");
      for (const name of ["05-echo copy", "05-echo - Kopie"])
        cpSync(path.join(folder, "05-echo"), path.join(folder, name), { recursive: true });
      const { code, stdout } = await scratch.run(["test"]);
      assert.equal(code, 0);
      assert.match(stdout, /0 of 11 steps done/);
    });

    test("says that a program is one file", async (t) => {
      const scratch = scratchFor(t);
      scratch.solve(1);
      const file = "steps/01-create-a-socket/echo_server.ts";
      scratch.write("steps/01-create-a-socket/helper.ts", "export const text = 'Created';\n");
      scratch.write(file, `import { text } from "./helper.ts";\nconsole.log(text);\n${scratch.read(file)}`);
      const { code, stdout } = await scratch.run(["test", "1"]);
      assert.equal(code, 1);
      assert.match(stdout, /imports "\.\/helper\.ts"/);
      assert.match(stdout, /echo_server\.ts:1 /);
    });

    test("says when it is the settings that are broken", async (t) => {
      const scratch = scratchFor(t);
      scratch.solve(1);
      scratch.write("tsconfig.json", "{\n");
      const { stdout } = await scratch.run(["test", "1"]);
      assert.match(stdout.replace(/\s+/g, " "), /not about your program. "git restore tsconfig\.json/);
    });

    test("lets no program control the terminal, whatever it is called, says or throws", async (t) => {
      const scratch = scratchFor(t);
      const hostile = "\x1b[2J\x07\u009b5m\u202ered";
      const written = JSON.stringify(hostile);
      scratch.write("steps/01-create-a-socket/echo_server.ts", `throw new Error(${written});\n`);
      scratch.write("steps/01-create-a-socket/echo_client.ts", `await import(${written});\n`);
      const todo = `// TODO(02): ${hostile}\nconst wrong: ${written} = 1;\n`;
      scratch.write(SERVER, todo);
      for (const step of ["1", "2"]) {
        const { stdout, stderr } = await scratch.run(["test", step]);
        assert.match(stdout, /red/);
        assert.doesNotMatch(stdout + stderr, CONTROLS);
      }
      const { stderr } = await scratch.run(["test", hostile]);
      assert.doesNotMatch(stderr, CONTROLS);
    });

    test("is not erased where nothing can be erased", async (t) => {
      const { stdout } = await scratchFor(t).run(["test"], { FORCE_COLOR: "false", TERM: "dumb" });
      assert.doesNotMatch(stdout, /\x1b/);
    });
  });

  describe("commands", { concurrency: true }, () => {
    test("packages of another system are told as that, by every command", async (t) => {
      const scratch = scratchFor(t, false);
      mkdirSync(path.join(scratch.folder, "node_modules/tsx"), { recursive: true });
      for (const command of ["start", "server", "test", "watch"])
        assertOneLine(await scratch.run([command]), /not those of this system .* npm ci/);
    });

    test("an option without a value is told so", async (t) => {
      assertOneLine(await scratchFor(t).run(["grade", "--work="]), /'--work' argument missing/);
    });

    test("npm run greedy ends, whatever the server does", async (t) => {
      const answers: [(socket: net.Socket) => void, RegExp][] = [
        [(socket) => socket.end("bye"), /not what was sent|broke the connection off/],
        [(socket) => socket.resume(), /Nothing has come for 10 seconds: 0 bytes came back/],
        [
          (socket) =>
            socket
              .resume()
              .pipe(socket)
              .write(Buffer.alloc(70 * 1024 * 1024)),
          /not what was sent/,
        ],
      ];
      const runs = answers.map(async ([answer, expected]) => {
        const server = net.createServer({ allowHalfOpen: true }, (socket) => {
          socket.on("error", () => undefined);
          answer(socket);
        });
        server.listen(0, "127.0.0.1");
        await once(server, "listening");
        const { port } = server.address() as net.AddressInfo;
        const { code, stdout, stderr } = await scratchFor(t).run(["greedy", String(port)]);
        server.close();
        assert.equal(code, 1);
        assert.match(stdout + stderr, expected);
      });
      await Promise.all(runs);
    });
  });
});
