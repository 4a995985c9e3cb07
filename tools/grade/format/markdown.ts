// A score as Markdown, for a page that shows it: GitHub's summary of a run, for example.
import { words } from "../../../test/tutor/tell/words.ts";
import { stepsOn } from "../page.ts";
import type { Score } from "../score.ts";

/** Every step with how far it is, then each mistake explained and drawn. */
export function markdown({ steps, total }: Score): string {
  return [`# ${words.stepsDone(total.points, total.of)}`, "", ...stepsOn(steps)].join("\n");
}
