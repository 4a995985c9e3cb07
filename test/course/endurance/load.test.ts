// The finished server under more than a step would ask of it. Each test is bounded, and tells what it measured.
// Alone: node --import tsx --test --test-reporter=spec test/load.test.ts
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { once } from "node:events";
import net from "node:net";
import { describe, test, type TestContext } from "node:test";
import { isDeserted, PATIENCE, startFinishedServer } from "./finished.ts";
import { vitalSigns } from "../../tutor/judge/output.ts";
import { LOOPBACK } from "../../tutor/run/peer.ts";
import { hasSignals } from "../../tutor/run/process.ts";
import type { Program } from "../../tutor/run/program.ts";

// What is measured should not be slowed down by coverage.
delete process.env["NODE_V8_COVERAGE"];

const MEBIBYTE = 1024 * 1024;
const CROWD = 5_000;
/** How many clients of the crowd connect at the same time: fewer than a server's backlog holds. */
const AT_ONCE = 100;
const PARADE = 3_000;
const STREAM = 1024; // MiB
const TROUBLE = 200;

async function connectTo(server: Program): Promise<net.Socket> {
  const socket = net.connect({ port: server.port, host: LOOPBACK, allowHalfOpen: true });
  await once(socket, "connect");
  return socket;
}

/** All that comes on `socket` until the server has finished. Throws when the connection fails before. */
async function readAll(socket: net.Socket): Promise<Buffer> {
  const pieces: Buffer[] = [];
  socket.on("data", (bytes: Buffer) => pieces.push(bytes));
  await once(socket, "end");
  return Buffer.concat(pieces);
}

/** Sends `bytes` in pieces of random sizes, finishes, and gives what came back. */
async function echoOf(server: Program, bytes: Buffer): Promise<Buffer> {
  const socket = await connectTo(server);
  const echo = readAll(socket);
  for (let from = 0, size; from < bytes.length; from += size) {
    size = randomInt(1, 2 * Math.ceil(bytes.length / 8));
    if (!socket.write(bytes.subarray(from, from + size))) await once(socket, "drain");
  }
  socket.end();
  return echo;
}

/** Sends `text` on a connection that stays open, and waits until it has come back. */
async function exchange(socket: net.Socket, text: string): Promise<void> {
  socket.write(text);
  let echo = "";
  while (echo.length < text.length) echo += String((await once(socket, "data"))[0]);
  assert.equal(echo, text);
}

/** Tells how much memory the server took at most, and the time since `began`. */
function tell(t: TestContext, server: Program, began: number, what: string): void {
  const memory = Math.max(...vitalSigns(server).map((signs) => signs.memory)) / MEBIBYTE;
  const seconds = (performance.now() - began) / 1000;
  t.diagnostic(
    `${what}: ${seconds.toFixed(1)} s, the server took at most ${memory.toFixed(0)} MiB of memory`,
  );
}

/** How many files (sockets included) a process may have open here. */
function openFilesLimit(): number {
  if (process.platform === "win32") return Infinity;
  const limit = execFileSync("sh", ["-c", "ulimit -Hn"], { encoding: "utf8" }).trim();
  return limit === "unlimited" ? Infinity : Number(limit);
}

describe("the finished server, with --keep-open", () => {
  test("echoes any bytes to five clients at once, and closes after the last byte (RFC 862 over TCP)", async (t) => {
    const server = await startFinishedServer(t, "--keep-open");
    const messages = Array.from({ length: 5 }, (_, number) => randomBytes(1 + number * 100_000));
    const echoes = await Promise.all(messages.map((bytes) => echoOf(server, bytes)));
    for (const [number, echo] of echoes.entries())
      assert.ok(echo.equals(messages[number]!), `client ${number}`);
  });

  test(
    `holds ${CROWD} connections open at once, and echoes on every one`,
    { skip: openFilesLimit() < CROWD + 100 && "too few open files are allowed here" },
    async (t) => {
      const server = await startFinishedServer(t, "--keep-open");
      const began = performance.now();
      const crowd: net.Socket[] = [];
      t.after(() => crowd.forEach((socket) => socket.destroy()));
      while (crowd.length < CROWD)
        crowd.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => connectTo(server)))));
      await Promise.all(crowd.map((socket, number) => exchange(socket, `I am number ${number}`)));
      await Promise.all(
        crowd.map(async (socket, number) => {
          socket.end(`Number ${number} says goodbye`);
          assert.equal((await readAll(socket)).toString(), `Number ${number} says goodbye`);
        }),
      );
      tell(t, server, began, `${CROWD} connections`);
    },
  );

  test(`echoes ${STREAM} MiB on one connection`, async (t) => {
    const server = await startFinishedServer(t, "--keep-open");
    const began = performance.now();
    const socket = await connectTo(server);
    const block = randomBytes(MEBIBYTE);
    let received = 0;
    socket.on("data", (bytes: Buffer) => {
      // A piece may go over the end of the block that all is made of.
      const at = received % MEBIBYTE;
      const first = bytes.subarray(0, MEBIBYTE - at);
      const same =
        first.equals(block.subarray(at, at + first.length)) &&
        bytes.subarray(first.length).equals(block.subarray(0, bytes.length - first.length));
      if (!same) socket.destroy(new Error(`The echo differs after ${received} bytes`));
      received += bytes.length;
    });
    const ended = once(socket, "end");
    for (let sent = 0; sent < STREAM; sent += 1) if (!socket.write(block)) await once(socket, "drain");
    socket.end();
    await ended;
    assert.equal(received, STREAM * MEBIBYTE);
    tell(t, server, began, `${STREAM} MiB`);
  });

  test(`serves ${PARADE} clients one after another, and nothing is left of them`, async (t) => {
    const server = await startFinishedServer(t, "--keep-open");
    const began = performance.now();
    for (let number = 0; number < PARADE; number += 1) {
      const socket = await connectTo(server);
      socket.end(`client ${number}`);
      assert.equal((await readAll(socket)).toString(), `client ${number}`);
    }
    assert.ok(await isDeserted(server));
    tell(t, server, began, `${PARADE} clients`);
  });

  test(`${TROUBLE} clients that stall, reset or vanish disturb none of the others`, async (t) => {
    const server = await startFinishedServer(t, "--keep-open");
    const began = performance.now();
    const well = await Promise.all(Array.from({ length: 20 }, () => connectTo(server)));
    const stalling: net.Socket[] = [];
    t.after(() => [...well, ...stalling].forEach((socket) => socket.destroy()));
    for (let number = 0; number < TROUBLE; number += 1) {
      const socket = await connectTo(server);
      socket.on("error", () => undefined);
      if (number % 4 === 0) (stalling.push(socket), socket.write("1"));
      if (number % 4 === 1) socket.write(randomBytes(100_000), () => socket.resetAndDestroy());
      if (number % 4 === 2) socket.destroy();
      if (number % 4 === 3) socket.write(randomBytes(100_000), () => socket.destroy());
      await exchange(well[number % well.length]!, `still here ${number}`);
    }
    for (const socket of [...well, ...stalling]) {
      const rest = readAll(socket);
      socket.end();
      assert.ok((await rest).length <= 1);
    }
    assert.ok(await isDeserted(server));
    server.signal("SIGTERM");
    const exit = await server.transcript.until(server.exit, PATIENCE);
    if (hasSignals) assert.equal(exit?.code, 0, server.stderr());
    tell(t, server, began, `${TROUBLE} clients`);
  });
});
