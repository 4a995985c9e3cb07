// Slips of one line, made by machine in the answers of all steps: is each noticed, is its line named, how soon? For those
// who change checks or the tutor, where the generator is at hand. It takes some minutes.
//   npx tsx test/course/programs/slips.ts [STEP …] [--per N] [--seed S] [--show]
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "../../tutor/course/course.ts";

const generator = path.join(root, "../shared/slips/slips");
if (existsSync(generator)) {
  const { status } = spawnSync(generator, process.argv.slice(2), { cwd: root, stdio: "inherit" });
  process.exitCode = status ?? 1;
} else console.log(`Skipped: there is no ${generator}.`);
