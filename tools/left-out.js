// A reporter for node:test: says at the end how many tests were left out on this system, and why. (Plain JavaScript:
// reporters are loaded before tsx is.)

/** @typedef {import("node:test/reporters").TestEvent} TestEvent */

export default async function* leftOut(/** @type {AsyncIterable<TestEvent>} */ source) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for await (const { type, data } of source) {
    if (type !== "test:pass" || !data.skip) continue;
    const why = String(data.skip);
    counts.set(why, 1 + (counts.get(why) ?? 0));
  }
  if (counts.size === 0) return;
  yield "\nLeft out on this system:\n";
  for (const [why, count] of counts) yield `${String(count).padStart(5)}  ${why}\n`;
}
