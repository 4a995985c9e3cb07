// How long it takes from saving a right program to its verdict in `npm run watch`, for each step.
// Run it alone, on a machine that does nothing else: npx tsx test/bench/feedback.ts [first step] [last step]
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { shortName, steps, twoDigits, type Step } from "../support/course.ts";
import { createScratch, tool, type Scratch } from "../support/scratch.ts";

/** How often each step is saved. */
const SAVES = 7;
/** How long, in milliseconds, a learner thinks at least between two saves: the next programs are made ready meanwhile. */
const THINKING = 3_000;

/** The times from save to verdict of one step, in milliseconds. */
async function timesOf(step: Step, scratch: Scratch): Promise<number[]> {
  const child = spawn(process.execPath, [tool, "watch", String(step.number)], { cwd: scratch.folder });
  child.stdout.setEncoding("utf8");
  const verdict = () =>
    new Promise<number>((resolve, reject) => {
      let printed = "";
      const look = (text: string) => {
        printed += text;
        const state = new RegExp(`^${twoDigits(step.number)} .*: (done|failing|to do)$`, "m").exec(
          printed,
        )?.[1];
        if (state === undefined) return;
        child.stdout.off("data", look);
        if (state === "done") resolve(performance.now());
        else reject(new Error(printed));
      };
      child.stdout.on("data", look);
    });
  const times: number[] = [];
  try {
    await verdict();
    const file = shortName(step.programs.server);
    for (let save = 0; save < SAVES; save += 1) {
      await sleep(THINKING);
      const changed = `${scratch.read(file)}// Saved once more (${save}).\n`;
      const coming = verdict();
      const began = performance.now();
      scratch.write(file, changed);
      times.push((await coming) - began);
    }
  } finally {
    child.kill();
  }
  return times;
}

const [first = 2, last = 7] = process.argv.slice(2).map(Number);
const scratch = createScratch();
try {
  scratch.solve(last);
  console.log("step                         median    from      to   (milliseconds from save to verdict)");
  for (const step of steps.filter(({ number }) => number >= first && number <= last)) {
    const times = (await timesOf(step, scratch)).map(Math.round).sort((a, b) => a - b);
    const [median, from, to] = [times[SAVES >> 1]!, times[0]!, times.at(-1)!];
    const figures = [median, from, to].map((time) => String(time).padStart(7)).join(" ");
    console.log(`${twoDigits(step.number)} ${step.title.padEnd(25)} ${figures}`);
  }
} finally {
  scratch.remove();
}
