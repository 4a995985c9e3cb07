// The finished programs, in situations that are no step of the course.
import "../english.ts";
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { text as readText } from "node:stream/consumers";
import { describe, test, type TestContext } from "node:test";
import { errorLines } from "../../tutor/judge/diagnose.ts";
import { solution, type Side } from "../../tutor/course/course.ts";
import { PATIENCE, startFinishedServer } from "../endurance/finished.ts";
import { freePort, LOOPBACK } from "../../tutor/run/peer.ts";
import { run } from "../../tutor/run/process.ts";

/** The finished client with `message`, until it has ended. */
async function clientOf(t: TestContext, port: number, message: string) {
  const env = { PORT: String(port), HOST: LOOPBACK };
  const client = run("client", process.execPath, ["--import", "tsx", solution.client, message], { env });
  t.after(() => client.kill());
  const exit = await client.transcript.until(client.exit, PATIENCE);
  return { code: exit?.code, stdout: client.stdout(), stderr: client.stderr() };
}

/** The first line that comes from `stream`. */
async function readLine(stream: Readable): Promise<string> {
  const [line] = (await once(createInterface(stream), "line")) as [string];
  return line;
}

async function connectTo(port: number): Promise<net.Socket> {
  const socket = net.connect(port, LOOPBACK);
  await once(socket, "connect");
  return socket;
}

/** Runs the finished program of `side` to its end. It is told no PORT and no HOST but those in `env`. */
function runFinished(side: Side, args: string[], env: { [name: string]: string }) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", solution[side], ...args],
    {
      env: { ...process.env, ...env },
      encoding: "utf8",
      timeout: PATIENCE,
    },
  );
  return { status, stdout, stderr };
}

describe("the finished server", () => {
  test("goes on serving when nobody reads what it prints any more", async (t) => {
    const port = await freePort();
    const env = { ...process.env, HOST: LOOPBACK, PORT: String(port) };
    const server = spawn(process.execPath, ["--import", "tsx", solution.server, "-k"], { env });
    t.after(() => server.kill());
    await once(server.stdout, "data");
    server.stdout.destroy();
    server.stderr.destroy();
    for (const text of ["one", "two", "three"]) {
      const client = await connectTo(port);
      client.end(text);
      assert.equal(await readText(client), text);
      const failing = await connectTo(port);
      failing.resetAndDestroy();
    }
  });

  test("says where it really listens, with an IPv6 address in brackets", async (t) => {
    const port = await freePort();
    const env = { ...process.env, HOST: "::1", PORT: String(port) };
    const server = spawn(process.execPath, ["--import", "tsx", solution.server], { env });
    t.after(() => server.kill());
    const said = await Promise.race([readLine(server.stdout), readLine(server.stderr)]);
    if (said.includes("EADDRNOTAVAIL")) t.skip("there is no IPv6 here");
    else assert.equal(said, `Listening on [::1]:${port}`);
  });

  test("takes an empty HOST as not given", async (t) => {
    const port = await freePort();
    const env = { ...process.env, HOST: "", PORT: String(port) };
    const server = spawn(process.execPath, ["--import", "tsx", solution.server], { env });
    t.after(() => server.kill());
    assert.equal(await readLine(server.stdout), `Listening on 0.0.0.0:${port}`);
  });

  const noPorts = ["1e3", " 9998", "0x270f", "echo", "65536"];
  const refused = [
    { args: ["--max-connections", "2"], port: "9998", why: "--max-connections needs --keep-open" },
    ...noPorts.map((port) => ({
      args: [],
      port,
      why: `PORT takes a whole number from 1 to 65535, and not "${port}"`,
    })),
  ];
  for (const { args, port, why } of refused)
    test(`refuses PORT=${port} ${args.join(" ")}`, () => {
      const { status, stderr } = runFinished("server", args, { HOST: LOOPBACK, PORT: port });
      assert.deepEqual([status, stderr], [1, `Echo server failed (${LOOPBACK}:${port}): ${why}\n`]);
    });

  test("turns a second client away, serves the first, and ends", async (t) => {
    const server = await startFinishedServer(t);
    const first = await connectTo(server.port);
    await server.transcript.until(() => server.stdout().includes(String(first.localPort)), PATIENCE);
    const second = await connectTo(server.port);
    // Its connection ends, one way or the other, while the first one is still open.
    await new Promise((resolve) => second.resume().on("error", resolve).on("close", resolve));
    first.end("still here");
    const [echo] = (await once(first, "data")) as [Buffer];
    assert.equal(echo.toString(), "still here");
    const exit = await server.transcript.until(server.exit, PATIENCE);
    assert.equal(exit?.code, 0, server.stderr());
  });

  test("reports a client that resets the connection before it is served", async (t) => {
    const server = await startFinishedServer(t);
    const client = net.connect(server.port, LOOPBACK);
    client.once("connect", () => client.resetAndDestroy());
    const exit = await server.transcript.until(server.exit, PATIENCE);
    assert.deepEqual({ code: exit?.code, lines: errorLines(server).length }, { code: 1, lines: 1 });
  });
});

describe("the finished client", () => {
  const message = "Hello Echo!";
  /** What a server answers, and what the client says of it. */
  const replies: readonly (readonly [string, string])[] = [
    ["", "nothing came back"],
    ["Hello", "only 5 of 11 bytes came back"],
    ["HELLO Echo!", "byte 2 of 11 came back as another one"],
    [`${message}${message}`, "more than the 11 bytes that were sent came back"],
  ];
  for (const [reply, why] of replies)
    test(`says: ${why}`, async (t) => {
      const server = net.createServer({ allowHalfOpen: true }, (socket) => {
        socket.resume().on("end", () => socket.end(reply));
      });
      t.after(() => server.close());
      await once(server.listen(0, LOOPBACK), "listening");
      const { port } = server.address() as net.AddressInfo;
      const { code, stdout, stderr } = await clientOf(t, port, message);
      assert.deepEqual([code, stderr], [1, `Echo client failed (${LOOPBACK}:${port}): ${why}\n`]);
      assert.match(stdout, new RegExp(`^Server echoed: ${reply}$`, "m"));
    });

  test("stops a server that sends without end", async (t) => {
    const server = net.createServer((socket) => {
      const send = () => {
        while (socket.write(Buffer.alloc(65_536, "x")));
      };
      socket
        .on("error", () => undefined)
        .on("drain", send)
        .resume();
      send();
    });
    t.after(() => server.close());
    await once(server.listen(0, LOOPBACK), "listening");
    const { code, stderr } = await clientOf(t, (server.address() as net.AddressInfo).port, message);
    assert.equal(code, 1);
    assert.match(stderr, /byte 1 of 11 came back as another one/);
  });

  test("refuses more than one message", () => {
    const { status, stderr } = runFinished("client", ["Hello", "Echo!"], { HOST: LOOPBACK, PORT: "9" });
    assert.deepEqual([status, /quotes/.test(stderr), stderr.split("\n").length], [1, true, 2]);
  });
});

const strips = "typescript" in process.features && process.features.typescript !== false;

test(
  "both run without any package where Node removes types by itself",
  { skip: !strips && `Node ${process.version} does not` },
  async (t) => {
    const env = { PORT: String(await freePort()), HOST: LOOPBACK };
    const server = run("server", process.execPath, [solution.server], { env });
    t.after(() => server.kill());
    assert.ok(
      await server.transcript.until(() => server.stdout().includes(env.PORT), PATIENCE),
      server.stderr(),
    );
    const client = run("client", process.execPath, [solution.client, "without tsx"], { env });
    t.after(() => client.kill());
    assert.equal((await client.transcript.until(client.exit, PATIENCE))?.code, 0, client.stderr());
    assert.match(client.stdout(), /^Server echoed: without tsx$/m);
  },
);
