// From raw samples to what is shown: medians, and how each server does beside Node's socket.pipe(socket).
import type { Cell, Results } from "./echo.ts";
import type { Sample } from "./measure.ts";
import { PIPE } from "./servers.ts";
import { median, medians } from "./statistics.ts";

/** Medians of one cell; times in seconds. */
export interface Row extends Sample {
  readonly connections: number;
  /** In bytes. */
  readonly size: number;
  readonly server: string;
  /** Messages per second, as a multiple of those of socket.pipe(socket) in the same round. */
  readonly ratio: number;
}

/** Medians of what an idle connection costs. */
export interface IdleRow {
  readonly server: string;
  /** To connect and have a first message echoed, in seconds. */
  readonly seconds: number;
  /** In bytes. */
  readonly memory?: number;
}

export function summarize(cells: readonly Cell[]): Row[] {
  return cells.map(({ rounds, ...cell }) => {
    const pipe = cells.find(
      ({ connections, size, server }) =>
        server === PIPE && size === cell.size && connections === cell.connections,
    );
    const ratios = rounds.map(
      ({ messagesPerSecond }, round) => messagesPerSecond / (pipe?.rounds[round]?.messagesPerSecond ?? NaN),
    );
    return { ...cell, ratio: median(ratios), ...medians(rounds) };
  });
}

export function summarizeIdle({ servers }: Results["idle"]): IdleRow[] {
  return Object.entries(servers).map(([server, samples]) => ({ server, ...medians(samples) }));
}
