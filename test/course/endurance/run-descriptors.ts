// The finished server at the limit of open files, without and with a limit of its own. Not on Windows.
//   npx tsx test/course/endurance/run-descriptors.ts
import { exhaustDescriptors } from "./descriptors.ts";

for (const options of [[], ["--max-connections", "20"]]) {
  console.log(["\n--keep-open", ...options].join(" "));
  const { measured, wrong } = await exhaustDescriptors(options);
  console.log([...measured, ...wrong.map((what) => `Wrong: ${what}`)].join("\n"));
  if (wrong.length > 0) process.exitCode = 1;
}
