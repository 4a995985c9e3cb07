// Real peers: the finished programs understand others that know nothing of them: Python, nc, socat.
import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { solution } from "../../tutor/course/course.ts";
import { ask, startForeign, type CommandLine } from "./foreign.ts";
import { linesWithPort } from "../../tutor/judge/output.ts";
import { freePort, LOOPBACK } from "../../tutor/run/peer.ts";
import type { Running } from "../../tutor/run/process.ts";
import { startProgram } from "../../tutor/run/program.ts";

const TEXT = "Grüße, 世界 👋";
/** Each value that a byte can have. As a whole it is not UTF-8. */
const EVERY_BYTE = Buffer.from(Array.from({ length: 256 }, (_, value) => value));

/** How long, in milliseconds, to wait for one thing to happen. Only a test that fails waits that long. */
const PATIENCE = 15_000;
/** The bound of a whole test, which waits for two things. */
const BOUNDED = { timeout: 40_000 };

// On Windows, and only there, Python 3 is often called "python"; elsewhere that name may mean Python 2.
const RECENT = "import sys; sys.exit(sys.version_info < (3, 8))";
const python = ["python3", "python"].find((name) => ask([name, "-c", RECENT]) !== undefined);
const noPython = python === undefined && "Python 3.8 or newer is not installed";
const noSocat = ask(["socat", "-V"]) === undefined && "socat is not installed";
// There are many programs of this name, and their options differ.
const noNetcat = !ask(["nc", "-h"])?.includes("OpenBSD") && "nc is not installed, or is not OpenBSD netcat";

/** A peer that takes the part of one side. */
interface Peer {
  readonly name: string;
  /** Why its tests are skipped: the peer is not installed. */
  readonly skip: string | false;
  command(port: number): CommandLine;
}

function inPython(name: string, script: string, ...args: string[]): Peer {
  const file = fileURLToPath(new URL(`peers/${script}`, import.meta.url));
  return { name, skip: noPython, command: () => [python!, file, ...args] };
}

/** Clients that send what they read on stdin, half-close, and write to stdout what comes back. */
const CLIENTS: readonly Peer[] = [
  inPython("Python", "byte_client.py"),
  // -N: half-close at the end of stdin.
  { name: "nc", skip: noNetcat, command: (port) => ["nc", "-n", "-N", LOOPBACK, String(port)] },
  // -t: how long to wait for the reply after the half-close; the default of half a second may be too short.
  { name: "socat", skip: noSocat, command: (port) => ["socat", "-t", "10", "-", `TCP4:${LOOPBACK}:${port}`] },
];

const PYTHON_CLIENT = inPython("Python's echo_client.py", "echo_client.py", TEXT);
const PYTHON_SERVER = inPython("Python's echo_server.py", "echo_server.py");
// -v: say when it listens. nc cannot echo: it sends what it reads on stdin, and prints what it receives.
const NETCAT_SERVER: Peer = {
  name: "nc",
  skip: noNetcat,
  command: (port) => ["nc", "-l", "-v", "-n", "-N", LOOPBACK, String(port)],
};
// -d -d: say when it listens. PIPE gives back what is written to it.
const SOCAT_SERVER: Peer = {
  name: "socat",
  skip: noSocat,
  command: (port) => ["socat", "-d", "-d", "-t", "10", `TCP4-LISTEN:${port},bind=${LOOPBACK}`, "PIPE"],
};

/** Waits until `server` is ready, which shows in what it prints. */
async function ready(server: Running, listens: () => boolean): Promise<void> {
  await server.transcript.until(() => listens() || server.exit(), PATIENCE);
  assert.ok(listens(), `the server does not listen: ${server.stderr()}`);
}

/** Waits until `program` has ended by itself, successfully. */
async function succeeds(program: Running): Promise<void> {
  const exit = await program.transcript.until(program.exit, PATIENCE);
  assert.ok(exit, `the ${program.side} does not end: ${program.stderr()}`);
  assert.equal(exit.code, 0, `the ${program.side} fails: ${program.stderr()}`);
}

/** Starts the finished server and then the peer as its client, and waits until both have ended. */
async function serve(t: TestContext, peer: Peer, input?: Buffer) {
  const server = startProgram(solution, "server", { port: await freePort() });
  t.after(() => server.kill());
  await ready(server, () => linesWithPort(server).length > 0);
  const client = startForeign("client", peer.command(server.port), server.port, input);
  t.after(() => client.kill());
  await Promise.all([succeeds(client), succeeds(server)]);
  return { server, client };
}

/** Starts the peer as a server and then the finished client with TEXT, and waits until both have ended. */
async function visit(t: TestContext, peer: Peer, input?: Buffer) {
  const port = await freePort();
  const server = startForeign("server", peer.command(port), port, input);
  t.after(() => server.kill());
  await ready(server, () => /listening on/i.test(server.stdout() + server.stderr()));
  const client = startProgram(solution, "client", { port, args: [TEXT] });
  t.after(() => client.kill());
  await Promise.all([succeeds(client), succeeds(server)]);
  assert.match(client.stdout(), new RegExp(`^Server echoed: ${TEXT}$`, "m"));
  return server;
}

describe("the finished server understands", () => {
  test(PYTHON_CLIENT.name, { ...BOUNDED, skip: PYTHON_CLIENT.skip }, async (t) => {
    const { server, client } = await serve(t, PYTHON_CLIENT);
    assert.ok(server.stdout().includes(TEXT), server.stdout());
    assert.equal(client.stdout().trimEnd(), `Server echoed: ${TEXT}`);
  });

  for (const peer of CLIENTS) {
    test(`${peer.name} as a client that sends text`, { ...BOUNDED, skip: peer.skip }, async (t) => {
      const { server, client } = await serve(t, peer, Buffer.from(TEXT));
      assert.ok(server.stdout().includes(TEXT), server.stdout());
      assert.equal(client.stdout(), TEXT);
    });

    test(`${peer.name} as a client that sends every byte`, { ...BOUNDED, skip: peer.skip }, async (t) => {
      const { client } = await serve(t, peer, EVERY_BYTE);
      assert.deepEqual(client.output(), EVERY_BYTE);
    });
  }
});

describe("the finished client understands", () => {
  test(PYTHON_SERVER.name, { ...BOUNDED, skip: PYTHON_SERVER.skip }, async (t) => {
    const server = await visit(t, PYTHON_SERVER);
    assert.match(server.stdout(), new RegExp(`\\nReceived: ${TEXT}\\r?\\n$`));
  });

  test("nc as a server that sends the same text", { ...BOUNDED, skip: NETCAT_SERVER.skip }, async (t) => {
    const server = await visit(t, NETCAT_SERVER, Buffer.from(TEXT));
    assert.deepEqual(server.output(), Buffer.from(TEXT));
  });

  test("socat as an echo server", { ...BOUNDED, skip: SOCAT_SERVER.skip }, async (t) => {
    await visit(t, SOCAT_SERVER);
  });
});
