// The other end of the line: real TCP on 127.0.0.1, which writes down what passes between it and the program.
import { once } from "node:events";
import net from "node:net";
import { otherSide, type Side } from "../course/course.ts";
import { NotStarted } from "./process.ts";
import { startTranscript, type Transcript } from "./transcript.ts";

export const LOOPBACK = "127.0.0.1";

/** No right program sends so many bytes more than it receives. */
const FLOOD = 16 * 1024 * 1024;

/** One connection with the learner's program, seen from the check's side. */
export interface Peer {
  /** The check's own port of this connection: for a server, the port of its client. */
  readonly port: number;
  /** The check's own address of it. */
  readonly address: string;
  /** Sends `bytes`. Resolves when the systems in between have taken them, or no longer can. */
  send(bytes: Buffer): Promise<void>;
  /** Says that nothing more will be sent: FIN. */
  end(): void;
  /** Breaks the connection off: RST. */
  reset(): void;
  /** Stops reading: what the program sends from now on has to wait. */
  pause(): void;
  /** Reads again. */
  resume(): void;
  /** All bytes that the program has sent so far on this connection. */
  received(): Buffer;
  /** How the program has closed its side, or undefined while it is open. */
  closing(): "end" | "reset" | undefined;
  /** Lets go of the connection. */
  destroy(): void;
}

/** `tell` writes the connection down. */
function createPeer(
  socket: net.Socket,
  program: Side,
  transcript: Transcript,
  tell: Transcript["add"] = transcript.add,
): Peer {
  const self = otherSide(program);
  const connection = 1 + transcript.events.filter(({ kind }) => kind === "connect").length;
  let closing: "end" | "reset" | undefined;
  const close = (kind: "end" | "reset") => {
    if (closing !== undefined) return;
    closing = kind;
    transcript.add({ kind, from: program, connection });
  };
  tell({ kind: "connect", from: "client", connection });
  let pieces: Buffer[] = [];
  let tooMuch = FLOOD;
  socket.on("data", (bytes) => {
    if (tooMuch < 0) return; // It has to wait from now on, and what had come already does not matter.
    pieces.push(bytes);
    transcript.add({ kind: "data", from: program, bytes, connection });
    tooMuch -= bytes.length;
    if (tooMuch >= 0) return;
    socket.pause();
    transcript.add({ kind: "flood", from: program, of: "connection" });
  });
  socket.on("end", () => close("end"));
  // Reading or writing fails only when the program, or its system, has reset the connection.
  socket.on("error", () => close("reset"));

  return {
    port: socket.localPort!,
    address: socket.localAddress!,
    send(bytes) {
      transcript.add({ kind: "data", from: self, bytes, connection });
      tooMuch += bytes.length;
      return new Promise((resolve) => socket.write(bytes, () => resolve()));
    },
    end() {
      if (socket.writableEnded) return;
      transcript.add({ kind: "end", from: self, connection });
      socket.end();
    },
    reset() {
      transcript.add({ kind: "reset", from: self, connection });
      socket.resetAndDestroy();
    },
    pause: () => void socket.pause(),
    resume() {
      transcript.happens();
      if (tooMuch >= 0) socket.resume();
    },
    received() {
      // Checks ask again and again: what has been joined once is not joined again.
      if (pieces.length !== 1) pieces = [Buffer.concat(pieces)];
      return pieces[0]!;
    },
    closing: () => closing,
    destroy() {
      transcript.happens();
      socket.destroy();
    },
  };
}

/** Connects to the server under test. Gives undefined when nobody accepts at that port (yet). */
export async function connect(
  port: number,
  transcript: Transcript,
  host = LOOPBACK,
): Promise<Peer | undefined> {
  const socket = net.connect({ port, host, allowHalfOpen: true });
  // The server may speak of its client before this process is told that it is connected.
  const tell = transcript.reserve();
  try {
    await once(socket, "connect");
  } catch {
    return undefined;
  }
  return createPeer(socket, "server", transcript, tell);
}

/** A listening socket of the check's, for the client under test. */
export interface Listener {
  readonly port: number;
  /** The connections so far. */
  readonly peers: readonly Peer[];
  close(): void;
}

/**
 * Listens on `port`, or on any free port, at `host`.
 * `transcriptOf` is asked at each connection where to write down what passes there.
 */
export async function listen(
  port: number,
  transcriptOf: () => Transcript,
  host = LOOPBACK,
): Promise<Listener> {
  const peers: Peer[] = [];
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    peers.push(createPeer(socket, "client", transcriptOf()));
  });
  server.listen(port, host);
  await once(server, "listening");
  return { port: (server.address() as net.AddressInfo).port, peers, close: () => server.close() };
}

/** How long to wait, in milliseconds, before it is tried again whether a server is up. */
const PAUSE = 50;

/** Waits until a server accepts connections at `port`. Gives false when `isHopeless` before that. */
export async function isUp(port: number, isHopeless: () => boolean): Promise<boolean> {
  while (!isHopeless()) {
    const socket = net.connect(port, LOOPBACK);
    try {
      await once(socket, "connect");
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    } finally {
      socket.destroy();
    }
  }
  return false;
}

/** Why `port` cannot be bound at `host` right now, as a code of the system, such as EADDRINUSE; undefined if it can. */
export async function whyNotFree(port: number, host = LOOPBACK): Promise<string | undefined> {
  try {
    (await listen(port, startTranscript, host)).close();
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

let second: Promise<string | undefined> | undefined;

/** Another address of this machine for itself, if there is one: 127.0.0.2, on Linux and Windows, or else ::1. */
export function secondLoopback(): Promise<string | undefined> {
  const find = async () => {
    for (const address of ["127.0.0.2", "::1"])
      try {
        (await listen(0, startTranscript, address)).close();
        return address;
      } catch {
        // It is not there.
      }
    return undefined;
  };
  return (second ??= find());
}

// Below the ranges from which Linux, macOS and Windows take the ports of outgoing connections: a port that is free
// now is not taken by one of those a moment later. Nor by other checks that run at the same time: each process has
// a block of ports to itself, as long as it listens at the first of them.
const FIRST = 10_000;
const BLOCKS = 44;
const PORTS = 500;

/** Finds a block that no other process has, and gives its first port. Throws NotStarted when there is none. */
async function claimBlock(): Promise<number> {
  for (let tries = 0; tries < BLOCKS; tries += 1) {
    const first = FIRST + ((process.pid + tries) % BLOCKS) * PORTS;
    const claim = net.createServer().listen(first, LOOPBACK).unref();
    try {
      await once(claim, "listening");
      return first;
    } catch {
      // Somebody else has it.
    }
  }
  throw new NotStarted("too many checks run at the same time");
}

let block: Promise<number> | undefined;
let given = 0;

/** A port that nobody listens on. The same one is not given out again before all others have been. Throws NotStarted. */
export async function freePort(): Promise<number> {
  const first = await (block ??= claimBlock());
  for (let tries = 1; tries < PORTS; tries += 1) {
    given = (given % (PORTS - 1)) + 1;
    const port = first + given; // While this one is tried, others may ask for the next.
    if ((await whyNotFree(port)) === undefined) return port;
  }
  throw new NotStarted("no port is free");
}
