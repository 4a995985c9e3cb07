// The benchmark's own arithmetic, and that what it shows can be read.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chart } from "./chart.ts";
import type { Cell, Results } from "./echo.ts";
import { FINISHED, PIPE } from "./servers.ts";
import { median, percentile } from "./statistics.ts";
import { summarize } from "./summary.ts";
import { bytes, table, time } from "./table.ts";

/** A cell with a round for each of these. */
const cell = (server: string, messagesPerSecond: readonly number[]): Cell => ({
  connections: 50,
  size: 4096,
  server,
  rounds: messagesPerSecond.map((each) => ({
    messagesPerSecond: each,
    p50: 1e-3,
    p99: 2e-3,
    generatorShare: 0.5,
  })),
});

const results: Results = {
  machine: {
    date: "2026-01-01T00:00:00.000Z",
    processor: "A & B <1>",
    cores: 2,
    system: "Linux",
    versions: {},
  },
  notes: ["socat, fork: left out, it is not installed here."],
  idle: { connections: 1000, servers: { [PIPE]: [{ seconds: 1e-4, memory: 8192 }] } },
  cells: [cell(FINISHED, [90, 300, 200]), cell(PIPE, [100, 200, 400])],
};

describe("figures", () => {
  test("half of them are not above the median, and 99 of 100 not above the 99th percentile", () => {
    const figures = Array.from({ length: 100 }, (_, index) => 100 - index);
    assert.equal(percentile(figures, 50), 50);
    assert.equal(percentile(figures, 99), 99);
    assert.equal(median([30, 4, 100]), 30);
  });

  test("none have no median", () => assert.throws(() => median([])));

  test("the ratio is the median of the rounds, each compared with its own", () => {
    const [finished, pipe] = summarize(results.cells);
    assert.equal(finished?.messagesPerSecond, 200);
    assert.equal(finished?.ratio, 0.9);
    assert.equal(pipe?.ratio, 1);
  });

  test("times and sizes have a unit that fits", () => {
    assert.deepEqual([2.5e-5, 0.0125, 1.5, undefined].map(time), ["25 µs", "12.5 ms", "1.5 s", "—"]);
    assert.deepEqual([64, 4096, 262_144].map(bytes), ["64 B", "4 KiB", "256 KiB"]);
  });
});

describe("what is shown", () => {
  test("the table has each server, and says what is missing", () => {
    const text = table(results);
    for (const part of [FINISHED, PIPE, "50 connections, 4 KiB", "0.90", "8 KiB", ...results.notes]) {
      assert.ok(text.includes(part), `no ${part} in:\n${text}`);
    }
  });

  test("the chart is well-formed XML", () => {
    const svg = chart(results);
    const open: string[] = [];
    for (const [, closing, name, alone] of svg.matchAll(/<(\/?)([a-z]+)(?: [a-zA-Z]+="[^"<&]*")*(\/?)>/g)) {
      if (closing) assert.equal(open.pop(), name);
      else if (!alone) open.push(name!);
    }
    assert.deepEqual(open, []);
    // Nothing is left that XML could take for a tag or an entity.
    assert.doesNotMatch(svg.replace(/<[^<>]*>|&#\d+;/g, ""), /[<&]/);
  });

  test("the chart has colours for light and for dark pages", () => {
    const [light, dark] = chart(results).split("@media (prefers-color-scheme: dark)") as [string, string];
    for (const name of ["page", "text", "soft", "finished", "pipe", "other"]) {
      for (const colours of [light, dark]) assert.match(colours, new RegExp(`--${name}: #`));
    }
  });
});
