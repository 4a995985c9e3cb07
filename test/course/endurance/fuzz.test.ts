// Both finished programs in cases at random: whatever their peers do, what they promise holds.
// A case that fails tells its seed. To try it again: SEED=… npx tsx --test test/fuzz.test.ts
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { solution } from "../../tutor/course/course.ts";
import { errorLines } from "../../tutor/judge/diagnose.ts";
import { PATIENCE } from "./finished.ts";
import { AT_ONCE, ends, isHarmless, MOST_BYTES, stop, visit, withProgram, withServer } from "./fuzz.ts";
import { listen } from "../../tutor/run/peer.ts";
import { startProgram } from "../../tutor/run/program.ts";
import { holds } from "./property.ts";
import type { Random } from "./random.ts";
import { harmless } from "../../tutor/judge/quote.ts";
import { startTranscript } from "../../tutor/run/transcript.ts";
import { CONTROL, hostileText, inPieces, misbehave, pause } from "./visitors.ts";

/** How many clients one server has at the same time. */
const CROWD = 10;
/** The most characters of the client's message: some systems have no room for long arguments. */
const MOST_CHARACTERS = 4_000;

describe("the finished server, at random", { concurrency: true }, () => {
  test("whatever bytes come, in whatever pieces: they go back, and then FIN", () =>
    withServer(["--keep-open"], async (server) => {
      await holds((random) => visit(server, random), 40, CROWD);
      assert.deepEqual(errorLines(server), []);
      await stop(server);
    }));

  test("whatever some clients do, all others are served, and nothing is obeyed", () =>
    withServer(["--keep-open"], async (server) => {
      const property = async (random: Random) => {
        const others = Array.from({ length: random.whole(1, 3) }, () => random.another());
        await Promise.all([
          visit(server, random),
          ...others.map((other) => misbehave(other, server.port, MOST_BYTES)),
        ]);
      };
      await holds(property, 20, CROWD);
      await stop(server);
    }));

  test("a single client that behaves ends it with exit code 0, and another one with 0 or 1", async () => {
    const property = (random: Random) =>
      withServer([], async (server) => {
        const good = random.happens(50);
        await (good ? visit(server, random) : misbehave(random, server.port, MOST_BYTES));
        await ends(server, good ? [0] : [0, 1]);
        isHarmless(server);
      });
    await holds(property, 6, AT_ONCE);
  });
});

/** `sent` with another byte at one place, where there is one. */
function change(sent: Buffer, random: Random): Buffer {
  const changed = Buffer.from(sent);
  if (sent.length > 0) changed[random.whole(0, sent.length - 1)]! ^= random.whole(1, 255);
  return changed;
}

/** What a server may make of what it was sent. */
const REPLIES: readonly ((sent: Buffer, random: Random) => Buffer)[] = [
  (sent) => sent,
  (sent) => sent,
  change,
  change,
  (sent, random) => sent.subarray(0, random.whole(0, sent.length)),
  (sent, random) => Buffer.concat([sent, random.bytes(1 + random.size(MOST_BYTES))]),
  (_, random) => Buffer.from(hostileText(random, MOST_CHARACTERS)),
];

/** How the client may end after a server that did so: 0 says that exactly the same came back, and the end. */
const EXIT_CODES = {
  end: [0],
  // Node sends FIN before the RST. Whether the client still sees it depends on the moment.
  reset: [0, 1],
  silence: [1],
  "other bytes": [1],
} as const;

test("the finished client, at random: exit code 0 when the very same came back, else 1 and why", async () => {
  const property = async (random: Random) => {
    // An argument ends where a zero byte is, and cannot hold one.
    const message = hostileText(random, MOST_CHARACTERS).replaceAll("\0", "");
    const sent = Buffer.from(message);
    const reply = random.pick(REPLIES)(sent, random);
    const ending = random.pick(["end", "end", "end", "end", "reset", "silence"] as const);
    const repliesEarly = random.happens(25);

    const transcript = startTranscript();
    const listener = await listen(0, () => transcript);
    const patient = random.pick([[], ["--timeout", "60"]]);
    const args = [...(ending === "silence" ? ["--timeout", "1"] : patient), "--", message];
    const client = startProgram(solution, "client", { port: listener.port, args });
    await withProgram(client, async () => {
      const peer = await transcript.until(() => listener.peers[0], PATIENCE);
      listener.close();
      if (peer === undefined) throw new Error(`It does not connect: ${client.stderr()}`);
      if (!repliesEarly) await transcript.until(peer.closing, PATIENCE);
      for (const piece of inPieces(random, reply)) {
        await peer.send(piece);
        await pause(random);
      }
      if (ending === "end") peer.end();
      if (ending === "reset") peer.reset();
      await ends(client, EXIT_CODES[reply.equals(sent) ? ending : "other bytes"]);
      peer.destroy();
      isHarmless(client, message);
      if (ending !== "end") return;
      // It connected, it sent, and it shows what came back, even if that is something else.
      const shown = client.stdout().replace(message, "");
      assert.equal(shown.split("\n").length - 1, 3, `three lines: ${harmless(shown)}`);
      // Of more than it has sent, it shows what had come when it stopped reading.
      if (reply.length <= sent.length && !/\n/.test(String(reply)) && !CONTROL.test(String(reply)))
        assert.ok(shown.includes(` ${String(reply)}\n`), `shows what came back: ${harmless(shown)}`);
    });
  };
  await holds(property, 16, 2 * AT_ONCE);
});
