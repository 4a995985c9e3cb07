// A right echo server with limits, written with async generators. It shows control characters as a URL does.
// right for: 11
import { on, once } from "node:events";
import net from "node:net";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";

const { HOST = "0.0.0.0", PORT = 9999 } = process.env;
const url = (host = HOST, port: string | number = PORT) => `tcp://${host}:${port}/`;

class Idle extends Error {
  override readonly message = "idle for too long";
}

/** The pieces of `socket`, each of them in time. */
async function* inTime(socket: net.Socket, milliseconds: number): AsyncGenerator<Buffer, void, void> {
  const pieces = socket.iterator({ destroyOnReturn: false });
  for (;;) {
    const timer = new AbortController();
    const late = setTimeout(milliseconds, undefined, { signal: timer.signal }).then(
      () => Promise.reject(new Idle()),
      () => undefined,
    );
    const next = await Promise.race([pieces.next(), late]).finally(() => timer.abort());
    if (next === undefined || next.done) return;
    yield next.value as Buffer;
  }
}

async function* shown(pieces: AsyncIterable<Buffer>) {
  const decoder = new TextDecoder();
  let room = 256;
  for await (const piece of pieces) {
    const text = decoder.decode(piece.subarray(0, room), { stream: true });
    room -= Math.min(room, piece.length);
    if (text) console.log(text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}%]/gu, encodeURIComponent));
    yield piece;
  }
  const rest = decoder.decode();
  if (room > 0 && rest) console.log(rest);
}

let status = 0;
async function serve(socket: net.Socket, milliseconds: number, keepOpen: boolean) {
  const client = url(socket.remoteAddress, socket.remotePort);
  console.log(`${client} opened`);
  try {
    await pipeline(inTime(socket, milliseconds), shown, socket);
    console.log(`${client} closed after ${socket.bytesRead.toLocaleString("en")} bytes`);
  } catch (error) {
    console.error(`${client} ${(error as Error).message}`);
    if (!keepOpen) status = 1;
  } finally {
    socket.destroy();
  }
}

async function main() {
  const type = "string";
  const { values: given } = parseArgs({
    options: {
      "keep-open": { type: "boolean", short: "k", default: false },
      "idle-timeout": { type, default: "2000000" },
      "max-connections": { type, default: "2000000" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (given.help) return void process.stdout.write("--keep-open\n--idle-timeout S\n--max-connections N\n");
  const [idle, most] = [+given["idle-timeout"], +given["max-connections"]];
  if (![idle, most].every((value) => value > 0 && value <= 2_000_000)) throw new Error("numbers, please");

  const server = net.createServer({ allowHalfOpen: true });
  let open = 0;
  await once(server.listen(+PORT, HOST), "listening");
  console.log(`${url()} listening`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close());
  for await (const [socket] of on(server, "connection", { close: ["close"] }) as AsyncIterable<
    [net.Socket]
  >) {
    if (open >= most) {
      console.log(`${url(socket.remoteAddress, socket.remotePort)} refused`);
      socket.on("error", () => undefined).end();
      socket.resume();
      continue;
    }
    open += 1;
    if (!given["keep-open"]) server.close();
    void serve(socket, idle * 1_000, given["keep-open"]).finally(() => (open -= 1));
  }
}

try {
  await main();
} catch (error) {
  console.error(`${url()} ${(error as Error).message}`);
  status = 1;
}
process.exitCode = status;
