// How fast the finished server is, and how fast others are: all under the same load, in turn, several times.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ask } from "../course/endurance/foreign.ts";
import { findGenerator, type Generator, type Session } from "./generator.ts";
import { describeMachine, type Machine } from "./machine.ts";
import { measure, measureConnecting, type Connecting, type Sample } from "./measure.ts";
import { findServers, FINISHED, PIPE, startServer, type Listening, type Server } from "./servers.ts";
import { medians } from "./statistics.ts";

/** How many clients there are at once. */
const CONNECTIONS: readonly number[] = [1, 50, 1000];
/** How long the messages are, in bytes. */
const SIZES: readonly number[] = [64, 4 * 1024, 256 * 1024];
/** How long, in milliseconds, the load goes on each time. */
const WINDOW = 150;
/**
 * The two that are held against each other have so many turns in each round: between them, hundredths matter. Their
 * first turn is not counted: new connections and messages of a new size take memory that those that follow find ready.
 */
const TURNS = 4;
/** How many rounds are counted, after a first one in which compilers and memory get warm. */
const ROUNDS = 3;
/** How often a fresh server is started, to see what a connection costs. */
const STARTS = 3;
/** No round begins that would end later than this, in milliseconds after the start. */
const BOUND = 170_000;
/** How many files a process may have open beside its connections. */
const OTHER_FILES = 50;

/** One server under one load. */
export interface Cell {
  readonly connections: number;
  /** In bytes. */
  readonly size: number;
  readonly server: string;
  /** In their order: those of the same number ran soon after each other. */
  readonly rounds: Sample[];
}

export interface Results {
  readonly machine: Machine;
  /** What could not be measured, and why. */
  readonly notes: readonly string[];
  /** Idle connections: how many, and what each of them costs each server. */
  readonly idle: { readonly connections: number; readonly servers: Readonly<Record<string, Connecting[]>> };
  readonly cells: readonly Cell[];
}

/** How many connections at once the system allows a process. */
function mostConnections(): number {
  const files = Number(ask(["sh", "-c", "ulimit -n"])); // "unlimited", or no shell: not a number
  return Math.min(
    ...[Math.max(...CONNECTIONS), files - OTHER_FILES].filter((number) => !Number.isNaN(number)),
  );
}

/** Measures everything. `progress` is told what comes next. */
export async function measureEcho(progress: (text: string) => void): Promise<Results> {
  const folder = mkdtempSync(path.join(tmpdir(), "echo-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { servers, missing } = findServers(folder);
  const { generate, compiled } = findGenerator(folder);
  const notes = new Set(missing.map((name) => `${name}: left out, it is not installed here.`));
  if (!compiled)
    notes.add("The load comes from Node, which may be the bottleneck: no C compiler for Linux here.");
  const most = mostConnections();
  if (most < Math.max(...CONNECTIONS)) {
    notes.add(`${most} connections at most: the system allows no more open files (ulimit -n).`);
  }

  progress("what an idle connection costs");
  const idle = await measureIdle(servers, generate, most, notes);
  const cells = await measureLoad(servers, generate, most, notes, progress);
  return { machine: describeMachine(), notes: [...notes], idle, cells };
}

async function measureIdle(
  servers: readonly Server[],
  generate: Generator,
  connections: number,
  notes: Set<string>,
): Promise<Results["idle"]> {
  const costs: Record<string, Connecting[]> = {};
  for (let start = 0; start < STARTS; start += 1) {
    for (const server of servers) {
      try {
        (costs[server.name] ??= []).push(await measureConnecting(server, generate, connections));
      } catch (error) {
        notes.add(`${server.name}, ${connections} idle connections: ${(error as Error).message}`);
      }
    }
  }
  return { connections, servers: costs };
}

async function measureLoad(
  servers: readonly Server[],
  generate: Generator,
  most: number,
  notes: Set<string>,
  progress: (text: string) => void,
): Promise<Cell[]> {
  const counts = CONNECTIONS.map((number) => Math.min(number, most));
  const cells = counts.flatMap((connections) =>
    SIZES.flatMap((size) => servers.map(({ name }) => ({ connections, size, server: name, rounds: [] }))),
  ) as Cell[];
  const listening: Listening[] = [];
  try {
    for (const server of servers) listening.push(await startServer(server));
    let longest = 0;
    for (let round = 0; round <= ROUNDS; round += 1) {
      const began = performance.now(); // in milliseconds after the start of this process
      if (began + longest > BOUND) {
        notes.add(`${round - 1} rounds only: there was no time for more.`);
        break;
      }
      progress(round === 0 ? "warming up" : `round ${round} of ${ROUNDS}`);
      // Each begins a round in turn.
      const turn = round % listening.length;
      const order = [...listening.slice(turn), ...listening.slice(0, turn)];
      for (const connections of counts) {
        await measureConnections(order, generate, connections, notes, (server, size, sample) => {
          const cell = cells.find(
            (each) => each.server === server && each.size === size && each.connections === connections,
          );
          if (round > 0) cell!.rounds.push(sample);
        });
      }
      longest = Math.max(longest, performance.now() - began);
    }
  } finally {
    await Promise.all(listening.map((server) => server.stop()));
  }
  return cells.filter(({ rounds }) => rounds.length > 0);
}

/** One round with so many connections to each server, all open at once and used in turn. */
async function measureConnections(
  order: readonly Listening[],
  generate: Generator,
  connections: number,
  notes: Set<string>,
  measured: (server: string, size: number, sample: Sample) => void,
): Promise<void> {
  const sessions = new Map<Listening, Session>();
  const attempt = async (server: Listening, action: () => Promise<void>) => {
    try {
      await action();
    } catch (error) {
      sessions.delete(server);
      notes.add(`${server.name}, ${connections} connections: ${(error as Error).message}`);
    }
  };
  for (const server of order) {
    await attempt(server, async () => void sessions.set(server, await generate(server.port, connections)));
  }
  for (const size of SIZES) {
    const samples = new Map<Listening, Sample[]>();
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const [server, session] of turn % 2 === 0 ? sessions : [...sessions].reverse()) {
        const isHeldAgainst = [FINISHED, PIPE].includes(server.name);
        if (turn > 0 && !isHeldAgainst) continue;
        await attempt(server, async () => {
          const sample = await measure(server, session, size, WINDOW);
          if (turn > 0 || !isHeldAgainst) samples.set(server, [...(samples.get(server) ?? []), sample]);
        });
      }
    }
    for (const [server, list] of samples) measured(server.name, size, medians(list));
  }
  for (const session of sessions.values()) await session.close();
}
