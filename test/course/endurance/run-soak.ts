// The finished server for minutes, with clients of all kinds. The same seed lets them do the same.
//   npx tsx test/course/endurance/run-soak.ts [seconds] [seed]
import { soak } from "./soak.ts";

const [seconds = 120, seed = 1] = process.argv.slice(2).map(Number);
console.log(`${seconds} s, seed ${seed}`);
const { measured, wrong } = await soak(seconds, seed);
console.log(measured.join("\n"));
console.log(wrong.length === 0 ? "Nothing was wrong." : wrong.map((what) => `Wrong: ${what}`).join("\n"));
process.exitCode = wrong.length === 0 ? 0 : 1;
