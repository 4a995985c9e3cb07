// What the lesson and README.md show of runs is what really happens: each is played in a copy of the course.
import assert from "node:assert/strict";
import path from "node:path";
import { describe, test, type TestContext } from "node:test";
import { PART_1 } from "./scenes/part-1.ts";
import { PART_2 } from "./scenes/part-2.ts";
import { README } from "./scenes/readme.ts";
import { answerTo, root, twoDigits, type Side } from "../../tutor/course/course.ts";
import { explain } from "../../tutor/tell/explain.ts";
import { ask } from "../endurance/foreign.ts";
import { at, readPage, type Block, type Page } from "./markdown.ts";
import { play } from "./play.ts";
import type { Feedback, Origin, Scene } from "./scene.ts";
import { stepOf } from "./sections.ts";
import { comparable } from "./session.ts";
import { checksOf, tryCheck } from "../../tutor/judge/verdict.ts";

const noShell = process.platform === "win32" && "it is typed in a Unix shell";
const noSockets = ask(["ss", "--version"]) === undefined && "ss is not installed";

/** Where a block is, as the scenes name it: "05 Try this", or the name of a section that is no step. */
function placeOf({ section, part }: Block): string {
  const step = stepOf(section);
  return [step ? twoDigits(step.number) : section, part].filter((name) => name !== "").join(" ");
}

/** The blocks that show what happens, and where each of them comes from. */
function blocksOf(page: Page, scenes: { readonly [place: string]: readonly Origin[] }) {
  const blocks = page.blocks.filter(({ info }) => info === "text" || info === "");
  return blocks.map((block) => {
    const place = placeOf(block);
    const index = blocks.filter((other) => placeOf(other) === place).indexOf(block);
    return { page, block, place, origin: scenes[place]?.[index] };
  });
}

const shown = [
  ...blocksOf(readPage("README.md"), README),
  ...blocksOf(readPage("LESSON.md"), { ...PART_1, ...PART_2 }),
];

test("every block of text in the pages has a scene, and every scene has a block", () => {
  const without = shown.filter(({ origin }) => origin === undefined);
  const origins = shown.map(({ origin }) => origin);
  const unused = [README, PART_1, PART_2].flatMap((scenes) =>
    Object.entries(scenes).filter(([, list]) => list.some((origin) => !origins.includes(origin))),
  );
  const problems = [
    ...without.map(({ page, block, place }) =>
      at(
        page,
        block.line,
        `test/course/lesson/scenes/ does not say where this block of "${place}" comes from`,
      ),
    ),
    ...unused.map(
      ([place]) => `test/course/lesson/scenes/: "${place}" has more scenes than the page has blocks`,
    ),
  ];
  assert.ok(problems.length === 0, `\n${problems.join("\n")}\n`);
});

// The last ones have to wait longest: they begin first.
describe("what the pages show", { concurrency: 6 }, () => {
  for (const { page, block, place, origin } of shown.toReversed()) {
    if (origin === undefined) continue;
    const name = `${at(page, block.line, place)}: ${block.text.split("\n")[0]}`;
    if ("byHand" in origin) test(name, { skip: origin.byHand }, () => undefined);
    else if ("wrong" in origin) test(name, () => compareFeedback(page, block, origin));
    else
      test(name, { skip: noShell || (usesSockets(origin) && noSockets) }, (t) =>
        compareScene(t, page, block, origin),
      );
  }
});

function usesSockets({ before = [] }: Scene): boolean {
  return before.some(([, command]) => command.startsWith("ss "));
}

async function compareScene(t: TestContext, page: Page, block: Block, scene: Scene): Promise<void> {
  // What comes before the first step shows the finished programs, which need no step.
  const difference = await play(t, scene, block.text, stepOf(block.section)?.number ?? 0);
  if (difference === undefined) return;
  const { command, shown } = difference;
  assert.fail(at(page, block.line, `here "${command}" prints:\n${shown}\n\nand not:\n${block.text}`));
}

/** What the learner reads about a wrong program, without what is drawn, and without where to go on. */
async function compareFeedback(page: Page, block: Block, { wrong }: Feedback): Promise<void> {
  const step = stepOf(block.section)!;
  const heading = block.text.split("\n\n")[0]!.replaceAll("\n", " ");
  const check = (await checksOf(step)).find(({ name }) => heading.endsWith(` · ${name}`));
  assert.ok(check, at(page, block.line, `no check of step ${step.number} has this name`));

  const side = path.extname(wrong).slice(1) as Side;
  const programs = {
    ...answerTo(step),
    [side]: path.join(root, "test/course/programs/mistakes", step.id, `${wrong}.ts`),
  };
  const { name, mistake } = await tryCheck(check, programs, step.number);
  assert.ok(
    mistake,
    at(
      page,
      block.line,
      `the check finds nothing wrong with test/course/programs/mistakes/${step.id}/${wrong}.ts`,
    ),
  );
  const parts = explain(step, { name, mistake }).split("\n\n");
  const explanation = parts.at(-1)!.split("\n").slice(0, -1).join("\n");
  // Where lines end depends on how long the number is.
  const comparableOf = (text: string) =>
    comparable(text)
      .replace(/\s+/g, " ")
      .replace(/printed \d+ bytes/, "printed <n> bytes");
  const read = `${parts[0]}\n\n${explanation}`;
  assert.ok(
    comparableOf(read) === comparableOf(block.text),
    at(page, block.line, `here the learner reads:\n${read}\n\nand not:\n${block.text}`),
  );
}
