// Stands between a client and a server, hands on what they say, and writes it down. It can hold things back, and make
// the weather: cut the stream into small pieces, be slow, break off.
import { once } from "node:events";
import net from "node:net";
import { Transform, type TransformCallback } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { otherSide, type Side } from "../course/course.ts";
import type { Event, Transcript } from "./transcript.ts";

/** What is handed on: bytes, the end of the stream (FIN), or that the connection is broken off (RST). */
export type Passing =
  | Extract<Event, { kind: "data" }>
  | { readonly kind: "end" | "reset"; readonly from: Side; readonly connection: number };

/** What happens on the way. */
export interface Weather {
  /** How many bytes a piece has at most. Each piece arrives by itself. */
  readonly pieces?: number | undefined;
  /** How long each piece, and the end of the stream, is on the way, in milliseconds. */
  readonly delay?: number | undefined;
  /** After how many bytes in one direction the connection breaks off. */
  readonly dropAfter?: number | undefined;
  /** Only on the way to this side; otherwise in both directions. */
  readonly to?: Side | undefined;
}

export interface ProxyOptions {
  /** Where the client finds it. */
  readonly port: number;
  /** Where the server is. */
  readonly target: number;
  /** The address of both, as the programs are told it. */
  readonly host: string;
  readonly weather: Weather;
  readonly transcript: Transcript;
  /** Is asked before anything is handed on. It goes when the promise is kept. */
  readonly hold?: ((passing: Passing) => Promise<void>) | undefined;
}

export interface Proxy {
  /** Whether something is on the way: then the programs do not wait for each other only. */
  isBusy(): boolean;
  close(): void;
}

/** What is sent in two pieces so many milliseconds apart arrives in two pieces, if the other side reads at all. */
const APART = 20;

/** To which address to connect in order to reach a program on this machine that listens at `host`. */
function reachable(host: string): string {
  return { "0.0.0.0": "127.0.0.1", "::": "::1" }[host] ?? host;
}

/** `bytes` in pieces of `size` bytes, the last of which may have fewer. */
function* cut(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Listens for the client; what comes there goes on to the server. */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const { port, target, host, weather, transcript, hold } = options;
  let connections = 0;
  let underWay = 0;

  /** Hands on `passing`, in its time. */
  const pass = async (passing: Passing, delay: number) => {
    underWay += 1;
    await hold?.(passing);
    if (delay > 0) await sleep(delay);
    underWay -= 1;
    transcript.add(passing);
  };

  /** Hands on what `from` says, which is the socket of `side`, to the other side. */
  const handOn = (from: net.Socket, to: net.Socket, side: Side, connection: number) => {
    const concerns = weather.to === undefined || weather.to === otherSide(side);
    const { pieces = Infinity, delay = 0, dropAfter = Infinity } = concerns ? weather : {};
    let left = dropAfter;
    const breakOff = () => {
      for (const broken of [side, otherSide(side)])
        transcript.add({ kind: "reset", from: broken, connection });
      to.resetAndDestroy();
      from.resetAndDestroy();
    };
    const wire = new Transform({
      async transform(bytes: Buffer, _encoding, done: TransformCallback) {
        for (const piece of cut(bytes.subarray(0, left), pieces)) {
          await pass({ kind: "data", from: side, bytes: piece, connection }, delay);
          this.push(piece);
          if (pieces < Infinity) await sleep(APART);
        }
        left -= bytes.length;
        if (left <= 0) setTimeout(breakOff, APART);
        else done();
      },
      async flush(done) {
        await pass({ kind: "end", from: side, connection }, delay);
        done();
      },
    });
    from.once("error", async () => {
      // Who is told of the other's reset fails, too: that is no second one.
      if (to.destroyed) return;
      await pass({ kind: "reset", from: side, connection }, delay);
      to.resetAndDestroy();
    });
    // Reads only as fast as the other side takes, as a direct connection would.
    from.pipe(wire).pipe(to.setNoDelay());
  };

  const server = net.createServer({ allowHalfOpen: true }, (fromClient) => {
    connections += 1;
    transcript.add({ kind: "connect", from: "client", connection: connections });
    const toServer = net.connect({ port: target, host: reachable(host), allowHalfOpen: true });
    handOn(fromClient, toServer, "client", connections);
    handOn(toServer, fromClient, "server", connections);
  });
  server.listen(port, host);
  await once(server, "listening");
  return { isBusy: () => underWay > 0, close: () => void server.close() };
}
