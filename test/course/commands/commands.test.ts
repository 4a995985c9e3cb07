// The commands as a learner uses them: what they print, their exit codes, and what they say to wrong arguments.
import "../english.ts";
import assert from "node:assert/strict";
import net from "node:net";
import { once } from "node:events";
import { describe, test, type TestContext } from "node:test";
import { sides, steps } from "../../tutor/course/course.ts";
import { freePort } from "../../tutor/run/peer.ts";
import { assertOneLine, scratchFor, type Ended, type Scratch } from "../scratch.ts";

const LAST = steps.length;
const onWindows = process.platform === "win32" && "signals differ on Windows";

function assertNoStackTrace({ stdout, stderr }: Ended): void {
  assert.doesNotMatch(stdout + stderr, /^\s+at .*:\d+/m);
}

describe("npm start", { concurrency: 2 }, () => {
  test("runs the finished server and client together", async (t) => {
    const port = String(await freePort());
    const { code, stdout, stderr } = await scratchFor(t).run(["start"], { PORT: port });
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    for (const line of [/^server │ .*Hello Echo!$/m, /^client │ Server echoed: Hello Echo!$/m])
      assert.match(stdout, line);
  });

  test("runs the programs of one step", async (t) => {
    const { code, stdout } = await scratchFor(t).run(["start", "1"], { PORT: String(await freePort()) });
    assert.equal(code, 0);
    assert.match(stdout, /^client │ No socket yet/m);
  });

  test(
    "tells how to stop programs that do not end, and stops them on Ctrl+C",
    { skip: onWindows },
    async (t) => {
      const port = await freePort();
      const command = scratchFor(t).start(["start", "3"], { PORT: String(port) });
      const client = await connectWhenUp(port);
      const closed = new Promise((resolve) => client.once("close", resolve)); // By the end of the server only.
      command.stop("SIGINT");
      await closed;
      assert.equal((await command.ended).code, 130);
    },
  );

  test("fails when one of the programs fails", async (t) => {
    const scratch = scratchFor(t);
    scratch.write("steps/05-echo/echo_client.ts", "process.exit(3);\n");
    scratch.write("steps/05-echo/echo_server.ts", "export {};\n");
    assert.equal((await scratch.run(["start", "5"], { PORT: String(await freePort()) })).code, 1);
  });

  test("says so when the port is in use", async (t) => {
    const occupied = net.createServer().listen(0, "127.0.0.1");
    t.after(() => occupied.close());
    await once(occupied, "listening");
    const { port } = occupied.address() as net.AddressInfo;
    assertOneLine(
      await scratchFor(t).run(["start"], { PORT: String(port) }),
      new RegExp(`Port ${port} is in use`),
    );
  });

  test("says so when PORT is not a port number", async (t) => {
    const scratch = scratchFor(t);
    for (const PORT of ["echo", "70000", "0", ""])
      assertOneLine(await scratch.run(["start"], { PORT }), /PORT is ".*", which is not a port number/);
  });
});

describe("npm run greedy", () => {
  test("says that nobody listens, or what is no port", async (t) => {
    const scratch = scratchFor(t);
    assertOneLine(
      await scratch.run(["greedy", String(await freePort())]),
      /Nobody listens .* npm run server 10/,
    );
    assertOneLine(await scratch.run(["greedy", "echo"]), /The port is "echo", which is not a port number/);
  });

  test("tells how much a server takes, and whether everything comes back", async (t) => {
    const scratch = scratchFor(t);
    const env = { PORT: String(await freePort()), HOST: "127.0.0.1" };
    const server = scratch.start(["server", "--keep-open"], env);
    (await connectWhenUp(Number(env.PORT))).destroy();
    const { code, stdout } = await scratch.run(["greedy"], env);
    server.stop("SIGTERM");
    await server.ended;
    assert.match(stdout, /has taken \d+ MiB, and takes no more/);
    assert.match(stdout, /All \d+ MiB came back/);
    assert.equal(code, 0);
  });
});

/** Connects to a server that is being started. */
async function connectWhenUp(port: number): Promise<net.Socket> {
  for (;;) {
    const socket = net.connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      socket.resume().on("error", () => undefined);
      return socket;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

describe("npm run server and npm run client", { concurrency: 2 }, () => {
  test("run one program each, and pass on its exit code", async (t) => {
    const scratch = scratchFor(t);
    const env = { PORT: String(await freePort()), HOST: "127.0.0.1" };
    const failed = await scratch.run(["client", "a message"], env);
    assertOneLine(failed, /ECONNREFUSED/);

    const server = scratch.start(["server"], env);
    // The client is tried again until the server is up.
    let client = failed;
    while (client.code !== 0) client = await scratch.run(["client", "Grüße, 世界 👋"], env);
    assert.match(client.stdout, /Server echoed: Grüße, 世界 👋/);
    assert.equal((await server.ended).code, 0);
  });

  test("run the program of a step, with the client's message", async (t) => {
    const scratch = scratchFor(t);
    scratch.write(
      "steps/04-send-and-receive/echo_client.ts",
      'console.log("message:", process.argv.slice(2));\n',
    );
    scratch.write("steps/04-send-and-receive/echo_server.ts", "console.log(process.argv.length);\n");
    assert.equal((await scratch.run(["client", "4", "7"])).stdout, "message: [ '7' ]\n");
    assert.equal((await scratch.run(["client", "04-send-and-receive"])).stdout, "message: []\n");
    assert.equal((await scratch.run(["server", "04"])).stdout, "2\n");
    assert.equal(
      (await scratch.run(["client", "4", "--timeout", "5", "7"])).stdout,
      "message: [ '--timeout', '5', '7' ]\n",
    );
    assert.match((await scratch.run(["server", "--help"])).stdout, /--keep-open/);
  });

  test("say what is wrong with their arguments", async (t) => {
    const scratch = scratchFor(t);
    assertOneLine(await scratch.run(["server", "99"]), new RegExp(`no step "99".* 1 to ${LAST}`));
    assertOneLine(await scratch.run(["server", "echo"]), /no step "echo"/);
    assertOneLine(await scratch.run(["client", "99", "hello"]), /no step "99"/);
    assertOneLine(await scratch.run(["server", "5", "6"]), /Usage: npm run server \[step\]/);
    // What npm makes of `npm run server 9 --keep-open`, without the two dashes before the option.
    assertOneLine(
      await scratch.run(["server", "9"], { npm_config_keep_open: "true" }),
      /npm run server \[step\] -- --keep-open/,
    );
    assertOneLine(
      await scratch.run(["client", "5", "two", "words"]),
      /Usage: npm run client \[step\] \["message"\], with quotes/,
    );
  });
});

describe("npm test", { concurrency: 2 }, () => {
  test("is green on a fresh clone, and points at the first gap", async (t) => {
    const ended = await scratchFor(t).run(["test"]);
    assert.equal(ended.code, 0);
    assert.match(ended.stdout, /01 create a socket +to do ◀ you are here/);
    assert.match(ended.stdout, new RegExp(`0 of ${LAST} steps done`));
    assert.match(ended.stdout, /^ {2}steps\/01-create-a-socket\/echo_server\.ts:\d+$/m);
    assert.doesNotMatch(ended.stdout, /✘/); // Nothing is wrong: nobody has begun.
  });

  test("counts what is done, and says what comes next", async (t) => {
    const scratch = scratchFor(t);
    scratch.solve(3);
    const ended = await scratch.run(["test"]);
    assert.equal(ended.code, 0);
    assert.match(ended.stdout, /03 accept and connect +done/);
    assert.match(ended.stdout, /04 send and receive +to do ◀ you are here/);
    assert.match(ended.stdout, new RegExp(`3 of ${LAST} steps done`));
    assert.match(ended.stdout, /Next: read LESSON\.md#step-04-send-and-receive/);
  });

  test("passes on what a program itself says went wrong", async (t) => {
    const scratch = scratchFor(t);
    scratch.solve(8, 8);
    const file = "steps/08-read-the-whole-stream/echo_server.ts";
    scratch.write(file, scratch.read(file).replace("const [data] of", "const data of")); // Not unpacked.
    const { code, stdout } = await scratch.run(["test", "8"]);
    assert.equal(code, 1);
    assert.match(stdout, /^ {2}The server has caught an error and reports it: Echo server failed$/m);
  });

  test("shows what is wrong with a step that was begun: still to do while a gap is marked, else failing", async (t) => {
    const scratch = scratchFor(t);
    const file = "steps/01-create-a-socket/echo_server.ts";
    scratch.write(file, scratch.read(file).replace("No socket yet", "Nearly a socket"));
    const begun = await scratch.run(["test"]);
    assert.equal(begun.code, 0);
    assert.match(begun.stdout, /01 create a socket +to do/);
    assert.match(begun.stdout, /✘ 01 create a socket · the server creates a server socket/);

    for (const side of sides)
      scratch.write(`steps/01-create-a-socket/echo_${side}.ts`, 'console.log("Created");\n');
    const failing = await scratch.run(["test"]);
    assert.equal(failing.code, 1);
    assert.match(failing.stdout, /01 create a socket +failing/);
    assert.match(failing.stdout, /Next: mend steps\/01-create-a-socket/);
    assertNoStackTrace(failing);
  });

  test("points at what the learner has written rather than at a mark that is left", async (t) => {
    const scratch = scratchFor(t);
    scratch.solve(2);
    const file = "steps/03-accept-and-connect/echo_server.ts";
    const place = (text: string) => {
      const line =
        1 +
        scratch
          .read(file)
          .split("\n")
          .findIndex((each) => each.includes(text));
      return new RegExp(`${file}:${line}\\s+LESSON`);
    };
    const begun = await scratch.run(["test", "3"]);
    assert.match(begun.stdout, place("TODO(03): wait"));
    scratch.write(file, `${scratch.read(file)}const [socket] = await once(server, "connect");\n`);
    const wrong = await scratch.run(["test", "3"]);
    assert.match(wrong.stdout, place('once(server, "connect")'));
  });

  test("also runs a later step that was begun", async (t) => {
    const scratch = scratchFor(t);
    scratch.write("steps/06-close/echo_client.ts", 'console.log("Closed");\n');
    scratch.write("steps/06-close/echo_server.ts", 'console.log("Closed");\n');
    const ended = await scratch.run(["test"]);
    assert.equal(ended.code, 1);
    assert.match(ended.stdout, /06 close +failing/);
    assert.match(ended.stdout, /01 create a socket +to do ◀ you are here/);
  });

  test("N checks one step, and is green only when it is done", async (t) => {
    const scratch = scratchFor(t);
    const todo = await scratch.run(["test", "1"]);
    assert.equal(todo.code, 1);
    assert.match(todo.stdout, /01 create a socket: to do/);
    scratch.solve(1);
    const done = await scratch.run(["test", "01-create-a-socket"]);
    assert.equal(done.code, 0);
    assert.match(done.stdout, /✔ the client creates a socket/);
    assert.match(done.stdout, /Next: step 2, bind and listen/);
  });

  test("--all is green only when every step is done", async (t) => {
    const scratch = scratchFor(t);
    // Three steps are enough for that.
    for (const { id } of steps.slice(3)) scratch.delete(`steps/${id}`);
    assert.equal((await scratch.run(["test", "--all"])).code, 1);
    // What npm makes of `npm test --all`, without the two dashes before the option.
    assert.equal((await scratch.run(["test"], { npm_config_all: "true" })).code, 1);
    scratch.solve(3);
    const ended = await scratch.run(["test", "--all"]);
    assert.equal(ended.code, 0, ended.stdout);
    assert.match(ended.stdout, /3 of 3 steps done/);
    assert.match(ended.stdout, /congratulations/);
  });

  test("shows a type error first, with file, line and TypeScript's message; an unused variable is none", async (t) => {
    const scratch = scratchFor(t);
    scratch.solve(1);
    const file = "steps/01-create-a-socket/echo_server.ts";
    scratch.write(file, `${scratch.read(file)}const unused = 1;\n`);
    assert.equal((await scratch.run(["test", "1"])).code, 0);
    scratch.write(file, `${scratch.read(file)}const wrong: number = "9999";\n`);
    const ended = await scratch.run(["test", "1"]);
    assert.equal(ended.code, 1);
    const line = scratch.read(file).split("\n").length - 1;
    assert.match(ended.stdout, /TS2322: Type 'string' is not assignable to type\s+'number'/);
    assert.match(ended.stdout, new RegExp(`steps/01-create-a-socket/echo_server\\.ts:${line} `));
  });

  test("names a file that is not there, and a program that cannot be read", async (t) => {
    const scratch = scratchFor(t);
    scratch.write("steps/01-create-a-socket/echo_server.ts", "const = ;\n");
    const broken = await scratch.run(["test", "1"]);
    assert.equal(broken.code, 1);
    assert.match(broken.stdout, /echo_server\.ts:1 /);
    assertNoStackTrace(broken);
    scratch.delete("steps/01-create-a-socket/echo_server.ts");
    const missing = await scratch.run(["test", "1"]);
    assert.equal(missing.code, 1);
    assert.match(missing.stdout, /The file steps\/01-create-a-socket\/echo_server\.ts is not there/);
  });

  test("says what is wrong with its arguments", async (t) => {
    const scratch = scratchFor(t);
    assertOneLine(await scratch.run(["test", "99"]), new RegExp(`no step "99".* 1 to ${LAST}`));
    assertOneLine(await scratch.run(["test", "1", "2"]), /Usage: npm test \[step\]/);
    assertOneLine(await scratch.run(["test", "--everything"]), /Unknown option '--everything'/);
  });

  test("has colours where they are wanted, fits 80 columns, and is ASCII where the terminal is", async (t) => {
    const scratch = scratchFor(t);
    scratch.write("steps/01-create-a-socket/echo_server.ts", 'console.log("Created");\n');
    const run = async (env: NodeJS.ProcessEnv) =>
      (await scratch.run(["test"], { NO_COLOR: "", FORCE_COLOR: "", ...env })).stdout;
    const [coloured, ascii, unicode] = await Promise.all([
      run({ FORCE_COLOR: "1" }),
      run({ FORCE_COLOR: "0", LC_ALL: "C", TERM: "dumb" }),
      run({ FORCE_COLOR: "0", LC_ALL: "en_US.UTF-8", TERM: "xterm-256color" }),
    ]);
    assert.match(coloured, /\x1b\[3\dm/);
    assert.doesNotMatch(unicode, /\x1b/);
    assert.match(unicode, /░/);
    assert.match(ascii, /^[\x20-\x7e\n]*$/);
    for (const line of unicode.split("\n")) assert.ok(line.length <= 80, line);
  });
});

describe("before anything else", { concurrency: 2 }, () => {
  test("without packages, every command says: npm ci", async (t) => {
    const scratch = scratchFor(t, false);
    for (const command of ["start", "server", "client", "test"])
      assertOneLine(await scratch.run([command]), /Run: npm ci/);
  });

  test("an old Node is told so", async (t) => {
    const old =
      "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.18.3'}})";
    assertOneLine(
      await scratchFor(t).run(["test"], { NODE_OPTIONS: `--import=${old}` }),
      /needs Node 20\.19\.0 or newer/,
    );
  });

  test("a command that does not exist, and a folder that is not the course's, are told so", async (t) => {
    const scratch = scratchFor(t);
    assertOneLine(await scratch.run(["dance"]), /^Usage: node tools\/run\.js start\|/);
    assertOneLine(await scratch.run(["check", "twice"]), /Usage: npm run check/);
    scratch.delete("steps");
    assertOneLine(await scratch.run(["test"]), /There is no folder .*steps/);
  });
});

describe("nothing is left behind", { concurrency: 2 }, () => {
  /** Runs before a server: it tells the test by a connection that the program is alive, and ignores polite signals. */
  const witnessed = (port: number) => `
    import witness from "node:net";
    process.on("SIGINT", () => undefined).on("SIGTERM", () => undefined);
    witness.connect(${port}, "127.0.0.1");
  `;
  /** A server that listens, says so, and does nothing more. */
  const HANGING = `
    import net from "node:net";
    const server = net.createServer(() => undefined);
    server.listen(Number(process.env.PORT), process.env.HOST, () => console.log(process.env.PORT));
  `;

  /** Starts `npm test STEP` with a server. Gives the end of the connection that lives as long as that server. */
  async function testWitnessed(t: TestContext, step: number, serverOf: (scratch: Scratch) => string) {
    const witness = net.createServer().listen(0, "127.0.0.1");
    t.after(() => witness.close());
    await once(witness, "listening");
    const scratch = scratchFor(t);
    scratch.solve(step);
    const file = `steps/${steps[step - 1]!.id}/echo_server.ts`;
    scratch.write(file, witnessed((witness.address() as net.AddressInfo).port) + serverOf(scratch));
    const command = scratch.start(["test", String(step)]);
    const [alive] = (await once(witness, "connection")) as [net.Socket];
    alive.resume().on("error", () => undefined);
    return { command, died: new Promise((resolve) => alive.once("close", resolve)) };
  }

  test("after success, although right servers of step 03 never end", async (t) => {
    const server = (scratch: Scratch) => scratch.read("steps/03-accept-and-connect/echo_server.ts");
    const { command, died } = await testWitnessed(t, 3, server);
    const ended = await command.ended;
    assert.equal(ended.code, 0, ended.stdout);
    await died;
  });

  test("after a program that hangs", async (t) => {
    const { command, died } = await testWitnessed(t, 5, () => HANGING);
    const ended = await command.ended;
    assert.equal(ended.code, 1);
    assert.match(ended.stdout, /Nothing came back/);
    await died;
  });

  test("after Ctrl+C in the middle of a check", { skip: onWindows }, async (t) => {
    const { command, died } = await testWitnessed(t, 5, () => HANGING);
    command.stop("SIGINT");
    assert.equal((await command.ended).code, 130);
    await died;
  });
});
