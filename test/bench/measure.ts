// Measures one server under one load, once.
import { memory, processorTime } from "../course/endurance/usage.ts";
import type { Generator, Session } from "./generator.ts";
import { startServer, type Listening, type Server } from "./servers.ts";

/** What was measured in one cell in one round; all times in seconds. */
export interface Sample {
  readonly messagesPerSecond: number;
  /** Half of all messages came back within this time, */
  readonly p50: number;
  /** and 99 of 100 within this. */
  readonly p99: number;
  /** Processor time of the server for each message. Not there where the system does not tell. */
  readonly processorPerMessage?: number;
  /** How much of one core the server has used: 1 is all of it. Not there where the system does not tell. */
  readonly serverShare?: number;
  /** How much of one core the load generator has used. */
  readonly generatorShare: number;
}

/** Puts load on `server` for so many milliseconds: messages of `size` bytes. */
export async function measure(
  server: Listening,
  session: Session,
  size: number,
  milliseconds: number,
): Promise<Sample> {
  const before = processorTime(server.pid);
  const { messages, seconds, p50, p99, processor } = await session.load(size, milliseconds);
  const after = processorTime(server.pid);
  const used = before === undefined || after === undefined ? undefined : after - before;
  return {
    messagesPerSecond: messages / seconds,
    p50,
    p99,
    ...(used !== undefined && { processorPerMessage: used / messages, serverShare: used / seconds }),
    generatorShare: processor / seconds,
  };
}

/** What a connection costs before any load is on it. */
export interface Connecting {
  /** To connect and have a first message echoed, in seconds. */
  readonly seconds: number;
  /** Memory of the server, in bytes. Not there where the system does not tell. */
  readonly memory?: number;
}

/** Starts `server` and connects so many clients, one after another. */
export async function measureConnecting(
  server: Server,
  generate: Generator,
  connections: number,
): Promise<Connecting> {
  const listening = await startServer(server);
  try {
    // What only the first connection needs is not counted.
    const first = await generate(listening.port, 1);
    const before = memory(listening.pid);
    const session = await generate(listening.port, connections);
    const after = memory(listening.pid);
    await Promise.all([first.close(), session.close()]);
    return {
      seconds: session.seconds / connections,
      ...(before !== undefined && after !== undefined && { memory: (after - before) / connections }),
    };
  } finally {
    await listening.stop();
  }
}
