// class.md: how many have reached which step, the commonest mistakes, and programs that are alike.
import { words } from "../../test/tutor/tell/words.ts";
import type { Alike } from "./alike.ts";
import { nameOf } from "./page.ts";
import { asMarkdown } from "./plainly.ts";
import type { ScoredMistake, ScoredStep } from "./score.ts";
import type { Entry } from "./store.ts";

/** The form of the page, which it tells in its first line. */
const VERSION = 1;
/** How many mistakes are listed. */
const COMMONEST = 15;
/** How many places in the lesson are named for each. */
const PLACES = 3;

const STATES = ["done", "failing", "to do", "not graded"] as const satisfies ScoredStep["state"][];

/** The page as Markdown. `leftOut` are folders without steps. */
export function overviewOf(
  entries: readonly Entry[],
  leftOut: readonly string[],
  alike: readonly Alike[],
): string {
  const { grading, states } = words;
  const heading = [grading.step, states.done, states.failing, states["to do"], grading.notGraded];
  const steps = entries[0]?.graded.steps ?? [];
  const rows = steps.map((step) => [
    nameOf(step),
    ...STATES.map((state) => countOf(entries, step.id, state)),
  ]);
  return [
    `<!-- echo-from-scratch: class, version ${VERSION} -->`,
    `# ${grading.overview(entries.length)}`,
    "",
    ...table(heading, rows),
    "",
    `## ${grading.commonest}`,
    "",
    ...table(grading.mistakeColumns, commonestIn(entries)),
    "",
    `## ${grading.alike}`,
    "",
    grading.aboutAlike,
    "",
    ...(alike.length === 0 ? [grading.none] : alike.map(lineOf)),
    "",
    ...(leftOut.length === 0
      ? []
      : [`## ${grading.leftOut}`, "", ...leftOut.map((name) => `- ${asMarkdown(name)}`), ""]),
  ].join("\n");
}

function countOf(entries: readonly Entry[], id: string, state: ScoredStep["state"]): string {
  const isThat = (step: ScoredStep) => step.id === id && step.state === state;
  return String(entries.filter(({ graded }) => graded.steps.some(isThat)).length);
}

/** A mistake that was made, in the words that one student was told, with who has made it and where the lesson treats it. */
interface Made {
  readonly mistake: ScoredMistake;
  readonly students: Set<string>;
  readonly places: Set<string>;
}

/** The mistakes that most students have made, as rows of a table. */
function commonestIn(entries: readonly Entry[]): string[][] {
  const made = new Map<string, Made>();
  for (const { student, graded } of entries)
    for (const mistake of graded.steps.flatMap(({ mistakes }) => mistakes)) {
      const known = made.get(mistake.name) ?? { mistake, students: new Set(), places: new Set() };
      known.students.add(student.name);
      known.places.add(mistake.lesson);
      made.set(mistake.name, known);
    }
  return [...made.values()]
    .sort((one, other) => other.students.size - one.students.size)
    .slice(0, COMMONEST)
    .map(({ mistake, students, places }) => [
      String(students.size),
      `\`${mistake.name}\``,
      asMarkdown(mistake.sentence),
      [...places].sort().slice(0, PLACES).join(", "),
    ]);
}

function lineOf({ students, programs }: Alike): string {
  return `- ${students.map(asMarkdown).join(" · ")}: ${programs.map((program) => `\`${program}\``).join(", ")}`;
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heading), line(heading.map(() => "---")), ...rows.map(line)];
}
