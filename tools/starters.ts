// node tools/run.js starters: for those who change the course. Writes down how the steps are handed out.
import { writeFileSync } from "node:fs";
import { currentStarters, startersFile } from "../test/tutor/course/starters.ts";

export function main(): number {
  const starters = currentStarters();
  writeFileSync(startersFile, `${JSON.stringify(starters, null, 2)}\n`);
  console.log(`Wrote down ${Object.keys(starters).length} files.`);
  return 0;
}
