// The probe: what a program does is the same with it and without it, and what it reports is what the program does.
import "../english.ts";
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, test, type TestContext } from "node:test";
import { answerTo, root, steps, type Side } from "../../tutor/course/course.ts";
import { mentions } from "../../tutor/judge/output.ts";
import { hangingWait, impossibleWait, unusedWait } from "../../tutor/judge/waits.ts";
import { killAll } from "../../tutor/run/group.ts";
import { freePort } from "../../tutor/run/peer.ts";
import { run, type Running } from "../../tutor/run/process.ts";
import {
  ENVIRONMENT,
  keepReady,
  nodeArguments,
  prepare,
  probe,
  startProgram,
} from "../../tutor/run/program.ts";
import { reportsOf } from "../../tutor/run/transcript.ts";

/** How long, in milliseconds, to wait for one thing to happen. Only a test that fails waits that long. */
const PATIENCE = 30_000;

/** Starts a program, observed or not. */
function start(side: Side, file: string, port: number, isObserved: boolean): Running {
  const env = { ...ENVIRONMENT, PORT: String(port), ...(isObserved && { ECHO_PROBE: file }) };
  return run(side, process.execPath, nodeArguments(file, [], isObserved ? [probe] : []), { env, cwd: root });
}

/** What a server and a client print, and how they end. */
async function talk(server: string, client: string, isObserved: boolean): Promise<string> {
  const port = await freePort();
  const programs = [start("server", server, port, isObserved)];
  try {
    await programs[0]!.transcript.until(
      () => mentions(programs[0]!.stdout(), port) || programs[0]!.exit(),
      PATIENCE,
    );
    programs.push(start("client", client, port, isObserved));
    for (const { transcript, exit } of programs) await transcript.until(exit, PATIENCE);
    return programs
      .map((each) => `${each.stdout()}${each.stderr()}${JSON.stringify(each.exit())}`)
      .join("\n")
      .replace(/\d{4,}/g, "PORT");
  } finally {
    await Promise.all(programs.map((each) => each.kill()));
  }
}

test("a program that was started ahead of time, and ended before its turn came, is not taken", async () => {
  const programs = answerTo(steps[0]!);
  await prepare(Object.values(programs));
  keepReady(Object.values(programs), 1);
  killAll(); // As a save does while another check runs.
  const server = startProgram(programs, "server", { port: await freePort() });
  await server.transcript.until(server.exit, PATIENCE);
  keepReady([], 0);
  await server.kill();
  assert.deepEqual([server.exit()?.code, server.stderr()], [0, ""]);
});

describe("a program does the same, observed or not", { concurrency: 2 }, () => {
  for (const step of steps.filter(({ number }) => number >= 6))
    test(`the answers to step ${step.number} print the same, and end in the same way`, async () => {
      const { server, client } = answerTo(step);
      assert.equal(await talk(server, client, true), await talk(server, client, false));
    });

  for (const style of ["callbacks", "class", "web-streams", "async-iteration", "listeners", "promises"])
    test(`so do programs of the style ${style}`, async () => {
      const file = (side: Side) => path.join(root, `test/course/programs/styles/${style}.${side}.ts`);
      const client = style === "async-iteration" ? answerTo(steps[6]!).client : file("client");
      assert.equal(await talk(file("server"), client, true), await talk(file("server"), client, false));
    });

  test("events come in the same order, with the same warnings", async (t) => {
    const text = `
      import net from "node:net";
      import { once } from "node:events";
      const seen: string[] = [];
      const server = net.createServer((socket) => {
        for (const name of ["data", "end", "finish", "close"]) socket.on(name, () => seen.push(\`server \${name}\`));
        socket.on("data", (data) => queueMicrotask(() => socket.end(data)));
      });
      server.listen(0, "127.0.0.1", () => seen.push("listening"));
      process.nextTick(() => seen.push("tick"));
      await once(server, "listening");
      const socket = net.connect((server.address() as net.AddressInfo).port, "127.0.0.1");
      for (const name of ["lookup", "connect", "ready", "data", "end", "finish", "close"])
        for (let times = 0; times < 10; times += 1) socket.once(name, () => times || seen.push(\`client \${name}\`));
      socket.end("hello");
      await once(socket, "close");
      setImmediate(() => seen.push("immediate"));
      server.close(() => seen.push("closed"));
      await once(server, "close");
      console.log(seen.join("\\n"), server.listenerCount("connection"), Object.keys(net).length, once.name, once.length);
    `;
    const [observed, alone] = await Promise.all([reportsAbout(t, text), reportsAbout(t, text, false)]);
    assert.equal(observed.printed, alone.printed);
    assert.match(alone.printed, /^listening\n|^tick\n/);
  });
});

/** Runs `text` as a program until it has ended, or rests. Gives what it printed, and what the probe reported. */
async function reportsAbout(t: TestContext, text: string, isObserved = true) {
  const folder = mkdtempSync(path.join(tmpdir(), "echo-probe-"));
  const file = path.join(folder, "echo_server.ts");
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(file, text);
  const program = start("server", file, await freePort(), isObserved);
  t.after(async () => {
    await program.kill();
    rmSync(folder, { recursive: true });
  });
  await program.transcript.until(() => program.exit() ?? program.isAtRest(), PATIENCE);
  const reports = reportsOf(program.transcript.events, "server");
  const printed = (program.stdout() + program.stderr()).replace(/\(node:\d+\)/g, "(node:PID)");
  return { program, file, reports, printed };
}

const HEAD = `import net from "node:net"; import { once } from "node:events"; const server = net.createServer();
`;

describe("the probe reports", { concurrency: 2 }, () => {
  test("the line of the await that hangs", async (t) => {
    const { reports } = await reportsAbout(
      t,
      `${HEAD}server.listen(0, "127.0.0.1");\nawait once(server, "listening");\nawait once(server, "connection");\n`,
    );
    const { line, event } = hangingWait(reports)!;
    assert.deepEqual({ line, event }, { line: 4, event: "connection" });
  });

  test("a wait for an event that there is not", async (t) => {
    const { reports, file } = await reportsAbout(
      t,
      `${HEAD}server.on("listen", () => undefined);\nserver.listen(0);\n`,
    );
    assert.equal(impossibleWait(reports, file)?.line, 2);
    assert.equal(hangingWait(reports), undefined);
  });

  test("a promise that nobody awaits, and none that is awaited later", async (t) => {
    const { reports } = await reportsAbout(
      t,
      `${HEAD}const later = once(server, "listening");\nonce(server, "close").catch(() => undefined);\nonce(server, "error");\nserver.listen(0);\nawait later;\nserver.close();\n`,
    );
    assert.equal(unusedWait(reports, /./)?.line, 4);
  });

  test("no rest while a timer is about to fire, whether it keeps the program running or not", async (t) => {
    for (const timer of [
      'setTimeout(() => console.log("fired"), 700);',
      'setTimeout(() => console.log("fired"), 700).unref();',
      'AbortSignal.timeout(700).addEventListener("abort", () => console.log("fired"));',
      'const socket = net.connect((server.address() as net.AddressInfo).port); socket.setTimeout(700, () => console.log("fired"));',
    ]) {
      const { printed } = await reportsAbout(
        t,
        `${HEAD}server.listen(0);\nawait once(server, "listening");\n${timer}\n`,
      );
      assert.equal(printed, "fired\n", timer);
    }
  });

  test("nothing of a process that the program starts", async (t) => {
    const { program, reports } = await reportsAbout(
      t,
      `import { fork } from "node:child_process"; import net from "node:net";
      if (process.argv[2] === "child") { net.createServer(); process.send?.("hello"); process.disconnect(); }
      else fork(process.argv[1]!, ["child"]).on("message", (text) => console.log(text));\n`,
    );
    assert.deepEqual([program.stdout(), program.exit()?.code], ["hello\n", 0]);
    assert.equal(
      reports.some(({ kind }) => kind === "created"),
      false,
    );
  });
});
