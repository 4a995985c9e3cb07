// The page of one student: what is done, each mistake explained and drawn, and what to read.
import { twoDigits } from "../../test/tutor/course/course.ts";
import { words } from "../../test/tutor/tell/words.ts";
import { sameCauses } from "./causes.ts";
import { asMarkdown } from "./plainly.ts";
import { scoreFrom, type ScoredStep } from "./score.ts";
import type { Entry } from "./store.ts";

/** The form of the page, which it tells in its first line. */
const VERSION = 1;

/** The page as Markdown. */
export function pageOf({ student, graded: { steps } }: Entry): string {
  const { points, of } = scoreFrom(steps, "").total;
  return [
    `<!-- echo-from-scratch: student, version ${VERSION} -->`,
    `# ${asMarkdown(student.name)}`,
    "",
    `${words.stepsDone(points, of)}.`,
    "",
    ...stepsOn(steps),
  ].join("\n");
}

/** The lines about all steps: a table, then each mistake explained and drawn. */
export function stepsOn(steps: readonly ScoredStep[]): string[] {
  return [
    `| ${words.grading.step} | ${words.grading.state} |`,
    "| --- | --- |",
    ...steps.map((step) => `| ${nameOf(step)} | ${stateOf(step)} |`),
    "",
    ...steps.flatMap(sectionOf),
  ];
}

/** The number and the title of a step. */
export function nameOf({ number, id }: Pick<ScoredStep, "number" | "id">): string {
  return `${twoDigits(number)} ${words.title(id.slice(3).replaceAll("-", " "))}`;
}

/** How far a step is, in the reader's language. */
export function stateOf({ state }: Pick<ScoredStep, "state">): string {
  return state === "not graded" ? words.grading.notGraded : words.states[state];
}

/** What there is to say of a step; nothing when it is done, or nobody has begun it. */
function sectionOf(step: ScoredStep): string[] {
  const { reason, mistakes, state } = step;
  const groups = sameCauses(mistakes);
  // Of a step that is not finished, the first is enough: the others may be what is still to do.
  const told = state === "to do" ? groups.slice(0, 1) : groups;
  if (reason === undefined && told.length === 0) return [];
  return [
    `## ${nameOf(step)}: ${stateOf(step)}`,
    "",
    ...(reason === undefined ? [] : [asMarkdown(reason), ""]),
    ...told.flatMap(([first, ...others]) => [
      ...fenced(first.explanation),
      "",
      ...others.map(({ check }) => `- ${asMarkdown(check)} ${words.sameCause}`),
      ...(others.length > 0 ? [""] : []),
      words.grading.read(first.lesson),
      "",
    ]),
  ];
}

/** `text` as a block of code that nothing in it can end. */
function fenced(text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}text`, text, fence];
}
