// The finished programs, in situations that are no step of the course.
import "../english.ts";
import assert from "node:assert/strict";
import { once } from "node:events";
import net from "node:net";
import { describe, test } from "node:test";
import { errorLines } from "../../tutor/judge/diagnose.ts";
import { solution } from "../../tutor/course/course.ts";
import { PATIENCE, startFinishedServer } from "../endurance/finished.ts";
import { freePort, LOOPBACK } from "../../tutor/run/peer.ts";
import { run } from "../../tutor/run/process.ts";

async function connectTo(port: number): Promise<net.Socket> {
  const socket = net.connect(port, LOOPBACK);
  await once(socket, "connect");
  return socket;
}

describe("the finished server", () => {
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
