// The finished server, started for a test.
import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { solution } from "../../tutor/course/course.ts";
import { linesWithPort, vitalSigns } from "../../tutor/judge/output.ts";
import { freePort } from "../../tutor/run/peer.ts";
import { startProgram, type Program } from "../../tutor/run/program.ts";

/** How long, in milliseconds, to wait for one thing to happen. Only a test that fails waits that long. */
export const PATIENCE = 30_000;

/** Starts the finished server and waits until it listens. It is stopped after the test. */
export async function startFinishedServer(t: TestContext, ...args: string[]): Promise<Program> {
  const server = startProgram(solution, "server", { port: await freePort(), args });
  t.after(() => server.kill());
  assert.ok(await server.transcript.until(() => linesWithPort(server)[0], PATIENCE), server.stderr());
  return server;
}

/** Waits until the server has no connection any more: none is left behind. */
export async function isDeserted(server: Pick<Program, "reports" | "transcript">): Promise<boolean> {
  const before = vitalSigns(server).length;
  const deserted = () =>
    vitalSigns(server)
      .slice(before)
      .some(({ connections }) => connections === 0);
  return (await server.transcript.until(deserted, PATIENCE)) ?? false;
}
