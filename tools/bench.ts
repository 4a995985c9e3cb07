// npm run bench [echo|feedback]: how fast the finished server is beside others, or how long learners wait for feedback:
// a table, the same as JSON, and the chart in README.md.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chart } from "../test/bench/chart.ts";
import { measureEcho } from "../test/bench/echo.ts";
import { measureFeedback } from "../test/bench/feedback.ts";
import { summarize, summarizeIdle } from "../test/bench/summary.ts";
import { feedbackTable, table } from "../test/bench/table.ts";
import { root } from "../test/tutor/course/course.ts";
import { expectNoMore } from "./arguments.ts";

const FOLDER = "test/bench/results";

/** Writes down a result, and says where. */
function write(name: string, text: string): void {
  mkdirSync(path.join(root, FOLDER), { recursive: true });
  writeFileSync(path.join(root, FOLDER, name), text);
  console.log(`Wrote ${FOLDER}/${name}`);
}

const progress = (step: string) => console.log(`… ${step}`);

/** What can be measured, and how long that takes. */
const BENCHES: { readonly [name: string]: { takes: string; run(): Promise<void> } } = {
  echo: {
    takes: "less than three minutes",
    async run() {
      const results = await measureEcho(progress);
      console.log(`\n${table(results)}\n`);
      const medians = { idle: summarizeIdle(results.idle), cells: summarize(results.cells) };
      write("echo.json", `${JSON.stringify({ ...results, medians }, null, 1)}\n`);
      write("echo.svg", chart(results));
    },
  },
  feedback: {
    takes: "about ten minutes",
    async run() {
      const results = await measureFeedback(progress);
      console.log(`\n${feedbackTable(results)}\n`);
      write("feedback.json", `${JSON.stringify(results, null, 1)}\n`);
    },
  },
};

export async function main([name = "echo", ...rest]: string[]): Promise<number> {
  const usage = `npm run bench [${Object.keys(BENCHES).join("|")}]`;
  expectNoMore(rest, usage);
  const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (bench === undefined) throw new Error(`There is no bench "${name}". Usage: ${usage}`);
  console.log(`This takes ${bench.takes}. Leave the machine alone meanwhile.`);
  await bench.run();
  return 0;
}
