// Step 07: whatever goes wrong with a socket becomes one line on stderr and exit code 1, and never a hang.
import { check, watch, watchEnd } from "../support/check.ts";
import { sides } from "../support/course.ts";
import { awaitsForever, diagnose, errorLines, uncaught } from "../support/diagnose.ts";
import { Mistake, type MistakeName } from "../support/mistake.ts";
import { mentions } from "../support/output.ts";
import { freePort } from "../support/peer.ts";
import type { Program } from "../support/program.ts";

/** Exceptions that are no errors of a socket: the program does not even start, or breaks on something of its own. */
const OWN_ERROR = /^(Syntax|Reference|Type)Error|Transform(Error| failed)|ERR_\w*MODULE/;

/** What a program that goes on running is told: has it noticed anything? */
function hanging(program: Program, otherwise: MistakeName): MistakeName {
  return errorLines(program).length > 0 ? "reports-but-hangs" : otherwise;
}

/**
 * Waits for `program` to fail as it should. `detail` says what went wrong, as the beginning of a sentence;
 * where `port` is given, the error has to name it.
 */
async function failsCleanly(program: Program, detail: string, port?: number): Promise<void> {
  const end = await watchEnd(program);
  const facts = { detail, near: /catch|on\("error"|await once/ };
  if (end === undefined) throw new Mistake(hanging(program, "hangs-on-error"), program, facts);

  const crash = uncaught(program);
  if (awaitsForever(program) || OWN_ERROR.test(crash?.message ?? "")) diagnose(program);
  if (crash !== undefined) {
    throw new Mistake("crashes-on-error", program, {
      ...facts,
      ...(crash.line !== undefined && { line: crash.line }),
    });
  }
  if (end.code === 0) throw new Mistake("ignores-error", program, facts);
  if (end.code !== 1) throw new Mistake("wrong-exit-code", program, { ...facts, actual: String(end.code) });
  const lines = errorLines(program);
  if (lines.length === 0) throw new Mistake("silent-on-error", program, facts);
  if (lines.length > 1) throw new Mistake("wordy-error", program, { ...facts, actual: String(lines.length) });
  if (port !== undefined && !mentions(lines[0]!, port)) {
    throw new Mistake("error-without-place", program, { ...facts, expected: String(port) });
  }
}

export const checks = [
  check("client", "the client reports that nobody listens", async (bench) => {
    const port = await freePort();
    await failsCleanly(bench.startClient({ port }), "Nobody listens at the port", port);
  }),

  check("client", "the client reports that the server reset the connection", async (bench) => {
    const client = await bench.startClientWithServer();
    const peer = await bench.acceptFrom(client);
    await watch(client, () => peer.received().length > 0);
    peer.reset();
    await failsCleanly(client, "The server reset the connection (RST)");
  }),

  check("client", "the client reports that the server closed without a reply", async (bench) => {
    const client = await bench.startClientWithServer();
    const peer = await bench.acceptFrom(client);
    await watch(client, () => peer.received().length > 0);
    peer.end();
    await failsCleanly(client, "The server closed the connection without a reply");
  }),

  check("server", "the server reports that its port is in use", async (bench) => {
    const port = await bench.occupyPort();
    await failsCleanly(await bench.startServer({ port }), "The port is in use by another program", port);
  }),

  check("server", "the server reports that the client reset the connection", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    client.reset();
    await failsCleanly(server, "The client reset the connection (RST)");
  }),

  check("server", "the server ends when a client leaves without a word", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    client.end();
    const end = await watchEnd(server);
    const facts = {
      detail: "A client connected and left without sending anything",
      near: /"data"|on\("end"/,
    };
    if (end === undefined) throw new Mistake(hanging(server, "hangs-on-silent-client"), server, facts);
    if (uncaught(server)) throw new Mistake("crashes-on-error", server, facts);
    if (end.code !== 0 && end.code !== 1)
      throw new Mistake("wrong-exit-code", server, { ...facts, actual: String(end.code) });
  }),

  ...sides.map((side) =>
    check(side, `the ${side} reports that PORT is not a port number`, async (bench) => {
      for (const port of ["echo", "70000"]) {
        const program = side === "server" ? await bench.startServer({ port }) : bench.startClient({ port });
        await failsCleanly(program, `PORT was ${port}, which is not a port number`);
      }
    }),
  ),
];
