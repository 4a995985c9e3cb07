// A score as JSON: all of it.
import type { Score } from "../score.ts";

/** The text that `npm run grade` prints without --format, and that --from reads. */
export function json(score: Score): string {
  return JSON.stringify(score, null, 2);
}
