// What the section of a step in the lesson is made of.
import path from "node:path";
import { answerTo, shortName, steps, twoDigits, type Step } from "../../tutor/course/course.ts";
import { at, type Heading, type Page } from "./markdown.ts";

/** The parts of a step, in the order in which the reader needs them. */
const PARTS: { readonly [lesson: string]: readonly string[] } = {
  "LESSON.md": [
    "The idea",
    "The call",
    "Your turn",
    "Run it",
    "Check it",
    "Stuck?",
    "What really happens",
    "Try this",
    "What do you know now?",
  ],
  "LESSON.de.md": [
    "Die Idee",
    "Der Aufruf",
    "Sie sind dran",
    "Ausführen",
    "Prüfen",
    "Festgefahren?",
    "Was wirklich geschieht",
    "Probieren Sie es aus",
    "Was wissen Sie jetzt?",
  ],
};

/** The step whose section in the lesson, in any language, is called `section`. */
export function stepOf(section: string): Step | undefined {
  const number = /^\p{L}+ (\d\d): /u.exec(section)?.[1];
  return steps.find((step) => twoDigits(step.number) === number);
}

/** What is wrong with the sections of the steps: which are missing, and what they lack. */
export function wrongSections(page: Page): string[] {
  if (!(page.file in PARTS))
    return [at(page, 1, "test/course/lesson/sections.ts does not say what its parts are called")];
  const sections = page.headings.filter(({ level }) => level === 2);
  const lacking = steps.filter((step) => !sections.some(({ text }) => stepOf(text) === step));
  return [
    ...lacking.map(({ id }) => at(page, 1, `there is no section for step ${id}`)),
    ...sections.flatMap((section, index) =>
      stepOf(section.text) ? wrongParts(page, section, sections[index + 1]?.line ?? Infinity) : [],
    ),
  ];
}

/** What is wrong with the parts of `section`, which ends before the line `end`. */
function wrongParts(page: Page, section: Heading, end: number): string[] {
  const parts = page.headings.filter(({ line }) => line > section.line && line < end);
  const wanted = PARTS[page.file]!;
  const length = Math.max(wanted.length, parts.length);
  const first = Array.from({ length }).findIndex((_, place) => parts[place]?.text !== wanted[place]);
  if (first < 0) return wrongContent(page, section.text, parts, end);
  return [at(page, parts[first]?.line ?? end, `here "${wanted[first] ?? "the next step"}" should begin`)];
}

/** What parts that are all there do not contain. */
function wrongContent(page: Page, section: string, parts: readonly Heading[], end: number): string[] {
  const { 0: idea, 5: stuck, 6: happens, 8: questions } = parts as unknown as Record<0 | 5 | 6 | 8, Heading>;
  const blocksOf = (part: Heading) =>
    page.blocks.filter((block) => block.section === section && block.part === part.text);
  const diagrams = blocksOf(idea).filter(({ info }) => info === "mermaid");
  const text = page.prose.slice(stuck.line, end).join("\n");
  const hints = [...text.matchAll(/^<details><summary>\p{L}+ (\d): .+<\/summary>$/gmu)].map(
    ([, number]) => number,
  );
  const folder = path.posix.dirname(shortName(answerTo(stepOf(section)!).server));
  return [
    ...(diagrams.length === 1 ? [] : [at(page, idea.line, "here should be one Mermaid diagram")]),
    ...(hints.join() === "1,2,3"
      ? []
      : [at(page, stuck.line, "here should be hints 1, 2 and 3, folded away")]),
    ...(text.includes(`\`${folder}\``)
      ? []
      : [at(page, stuck.line, `say that the answer is in \`${folder}\``)]),
    ...(page.prose[happens.line + 1]?.startsWith("*Optional: ")
      ? []
      : [at(page, happens.line, "say first which tools are used here: they are optional")]),
    ...(areQuestions(page.prose.slice(questions.line, end).join("\n"))
      ? []
      : [
          at(
            page,
            questions.line,
            "here should be three or four questions, each with its answer folded away",
          ),
        ]),
    ...(blocksOf(questions).length > 0
      ? []
      : [at(page, questions.line, "here at least one answer should show a run")]),
  ];
}

/** Whether `text` has three or four questions, numbered, and below each its answer, folded away. */
function areQuestions(text: string): boolean {
  const found = [...text.matchAll(/^(?:\*\*(\d)\.\*\* |<details><summary>\p{L}+<\/summary>$)/gmu)];
  return /^1A2A3A(4A)?$/.test(found.map(([, number]) => number ?? "A").join(""));
}
