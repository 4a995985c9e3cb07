// The wire between two programs in npm start -- --trace: what is handed on, how, and when.
import "../english.ts";
import assert from "node:assert/strict";
import { once } from "node:events";
import net from "node:net";
import { describe, test, type TestContext } from "node:test";
import type { Side } from "../../tutor/course/course.ts";
import { freePort, LOOPBACK } from "../../tutor/run/peer.ts";
import { startProxy, type Passing, type Weather } from "../../tutor/run/proxy.ts";
import { startTranscript } from "../../tutor/run/transcript.ts";
import { assertOneLine, scratchFor } from "../scratch.ts";

const MEBIBYTE = 1024 * 1024;

interface Wire {
  readonly client: net.Socket;
  readonly server: net.Socket;
  /** The sizes of the pieces that have been handed on to `side`. */
  piecesTo(side: Side): number[];
}

/** All that comes at `socket`, which stays open for sending. */
async function read(socket: net.Socket): Promise<string> {
  const pieces: Buffer[] = [];
  socket.on("data", (bytes) => pieces.push(bytes));
  await once(socket, "end");
  return Buffer.concat(pieces).toString("latin1");
}

/** A client and a server, and between them a proxy with `weather`. */
async function connectThrough(
  t: TestContext,
  weather: Weather,
  hold?: (passing: Passing) => Promise<void>,
): Promise<Wire> {
  const listener = net.createServer({ allowHalfOpen: true }).listen(0, LOOPBACK);
  await once(listener, "listening");
  const { port: target } = listener.address() as net.AddressInfo;
  const port = await freePort();
  const transcript = startTranscript();
  const proxy = await startProxy({ port, target, host: LOOPBACK, weather, transcript, hold });
  const client = net.connect({ port, host: LOOPBACK, allowHalfOpen: true });
  const [server] = (await once(listener, "connection")) as [net.Socket];
  t.after(() => {
    for (const each of [proxy, listener]) each.close();
    for (const socket of [client, server]) socket.destroy();
  });
  const piecesTo = (side: Side) =>
    transcript.events.flatMap((event) =>
      event.kind === "data" && event.from !== side ? [event.bytes.length] : [],
    );
  return { client, server, piecesTo };
}

describe("the wire", { concurrency: true }, () => {
  test("hands on bytes and the end in both directions, unchanged", async (t) => {
    const { client, server } = await connectThrough(t, {});
    client.end("to the server");
    assert.equal(await read(server), "to the server");
    server.end("to the client");
    assert.equal(await read(client), "to the client");
  });

  test("--pieces cuts the stream", async (t) => {
    const { client, server, piecesTo } = await connectThrough(t, { pieces: 2 });
    client.end("seven b");
    assert.equal(await read(server), "seven b");
    assert.deepEqual(piecesTo("server"), [2, 2, 2, 1]);
  });

  test("--to leaves the other direction as it is", async (t) => {
    const { client, server, piecesTo } = await connectThrough(t, { pieces: 1, to: "client" });
    client.end("once");
    assert.equal(await read(server), "once");
    server.end("abc");
    assert.equal(await read(client), "abc");
    assert.deepEqual([piecesTo("server"), piecesTo("client")], [[4], [1, 1, 1]]);
  });

  test("--drop-after lets so many bytes through, and resets the connection on both sides", async (t) => {
    const { client, server, piecesTo } = await connectThrough(t, { dropAfter: 3, to: "server" });
    const failing = [client, server].map((socket) => once(socket.resume(), "end"));
    client.write("Hello");
    for (const result of await Promise.allSettled(failing))
      assert.equal(result.status === "rejected" && result.reason.code, "ECONNRESET");
    assert.deepEqual(piecesTo("server"), [3]);
  });

  test("--delay hands on everything later, in its order", async (t) => {
    const delay = 200;
    const { client, server } = await connectThrough(t, { delay });
    const began = performance.now();
    client.end("late");
    assert.equal(await read(server), "late");
    // The bytes, and then the end of the stream. A timer may come a little early.
    assert.ok(performance.now() - began > 2 * delay - 20);
  });

  test("--step hands nothing on until it is told to: bytes, then FIN, then a reset", async (t) => {
    const held: (Passing & { readonly go: () => void })[] = [];
    let wake = () => {};
    const next = async () => {
      while (held.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return held.shift()!;
    };
    const { client, server, piecesTo } = await connectThrough(t, {}, (passing) => {
      return new Promise<void>((go) => {
        held.push({ ...passing, go });
        wake();
      });
    });
    client.end("one");
    const bytes = await next();
    assert.deepEqual([bytes.kind, bytes.from, piecesTo("server")], ["data", "client", []]);
    bytes.go();
    const end = await next();
    assert.deepEqual([end.kind, server.readableEnded], ["end", false]);
    end.go();
    assert.equal(await read(server), "one");
    server.resetAndDestroy();
    const reset = await next();
    assert.deepEqual([reset.kind, reset.from, client.destroyed], ["reset", "server", false]);
    reset.go();
    await once(client, "error");
  });

  test("passes backpressure on: who sends to one that does not read is held back", async (t) => {
    const { client, server } = await connectThrough(t, {});
    const bytes = Buffer.alloc(64 * MEBIBYTE);
    client.end(bytes);
    // As much as the systems keep, and no more: what is left waits in the client.
    let left: number;
    do {
      left = client.writableLength;
      await new Promise((resolve) => setTimeout(resolve, 200));
    } while (left !== client.writableLength);
    assert.ok(left > 32 * MEBIBYTE, `${left} bytes wait in the client`);
    assert.equal((await read(server)).length, bytes.length);
  });
});

describe("npm start -- --trace", { concurrency: 2 }, () => {
  test("draws both programs, where HOST says", async (t) => {
    const { code, stdout } = await scratchFor(t).run(["start", "--trace"], {
      PORT: String(await freePort()),
      HOST: "::1",
    });
    assert.equal(code, 0);
    for (const text of [
      "── connect ─",
      '── 11 bytes  "Hello Echo!" ─',
      "◀──── end of the stream (FIN) ──",
      "[::1]:",
    ])
      assert.ok(stdout.includes(text), text);
  });

  test("with --step, goes on at Enter, and after `a` by itself", async (t) => {
    const command = scratchFor(t).start(["start", "--step"], { PORT: String(await freePort()) });
    await command.prints(/held on the way to the server: 11 bytes {2}"Hello Echo!"/);
    assert.doesNotMatch(command.stdout(), /prints "Received/);
    command.type("\n");
    await command.prints(/prints "Received: Hello Echo!"/);
    command.type("a\n");
    assert.equal((await command.ended).code, 0);
    assert.match(command.stdout(), /Server echoed: Hello Echo!/);
  });

  for (const [args, word] of [
    [["--pieces", "0"], "--pieces"],
    [["--delay", "soon"], "--delay"],
    [["--drop-after=-1"], "--drop-after"],
    [["--to", "me"], "--to"],
    [["--piece", "1"], "--piece"],
  ] as const)
    test(`says in one line what is wrong with ${args.join(" ")}`, async (t) => {
      const ended = await scratchFor(t).run(["start", ...args], { PORT: String(await freePort()) });
      assertOneLine(ended, new RegExp(word));
    });
});
