// npm run bench: how fast the finished server is beside others: a table, JSON, and the chart in README.md.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chart } from "../test/bench/chart.ts";
import { measureEcho } from "../test/bench/echo.ts";
import { summarize, summarizeIdle } from "../test/bench/summary.ts";
import { table } from "../test/bench/table.ts";
import { root } from "../test/support/course.ts";
import { expectNoMore } from "./arguments.ts";

const FOLDER = "test/bench/results";

export async function main(args: string[]): Promise<number> {
  expectNoMore(args, "npm run bench");
  console.log("This takes less than three minutes. Leave the machine alone meanwhile.");
  const results = await measureEcho((step) => console.log(`… ${step}`));
  console.log(`\n${table(results)}\n`);

  const medians = { idle: summarizeIdle(results.idle), cells: summarize(results.cells) };
  mkdirSync(path.join(root, FOLDER), { recursive: true });
  for (const [name, text] of [
    ["echo.json", `${JSON.stringify({ ...results, medians }, null, 1)}\n`],
    ["echo.svg", chart(results)],
  ] as const) {
    writeFileSync(path.join(root, FOLDER, name), text);
    console.log(`Wrote ${FOLDER}/${name}`);
  }
  return 0;
}
