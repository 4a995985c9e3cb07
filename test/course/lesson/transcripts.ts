// Holds what the pages show of runs against what really happens: each is played in a copy of the course, in the language
// that was decided for when this is loaded.
import assert from "node:assert/strict";
import path from "node:path";
import { describe, test, type TestContext } from "node:test";
import { answerTo, root, twoDigits, type Side } from "../../tutor/course/course.ts";
import { explain } from "../../tutor/tell/explain.ts";
import { ask } from "../endurance/foreign.ts";
import { at, type Block, type Page } from "./markdown.ts";
import { play } from "./play.ts";
import type { Feedback, Origin, Scene } from "./scene.ts";
import { stepOf } from "./sections.ts";
import { comparable } from "./session.ts";
import { checksOf, tryCheck } from "../../tutor/judge/verdict.ts";
import { words } from "../../tutor/tell/words.ts";

const noShell = process.platform === "win32" && "it is typed in a Unix shell";
const noSockets = ask(["ss", "--version"]) === undefined && "ss is not installed";

/** A block of a page, and where it comes from. */
export interface Shown {
  readonly page: Page;
  readonly block: Block;
  readonly place: string;
  readonly origin: Origin | undefined;
}

/** Where a block is, as the scenes name it: "05 Try this", or the name of a section that is no step. */
function placeOf({ section, part }: Block): string {
  const step = stepOf(section);
  return [step ? twoDigits(step.number) : section, part].filter((name) => name !== "").join(" ");
}

/** The blocks of `page` that show what happens. */
export function transcriptsIn(page: Page): Block[] {
  return page.blocks.filter(({ info }) => info === "text" || info === "");
}

/** The blocks of `page` that show what happens, and where each of them comes from. */
export function shownIn(page: Page, scenes: { readonly [place: string]: readonly Origin[] }): Shown[] {
  const blocks = transcriptsIn(page);
  return blocks.map((block) => {
    const place = placeOf(block);
    const index = blocks.filter((other) => placeOf(other) === place).indexOf(block);
    return { page, block, place, origin: scenes[place]?.[index] };
  });
}

/** Tests that what is shown happens. */
export function holdTranscripts(shown: readonly Shown[]): void {
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
}

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
  const check = (await checksOf(step)).find(({ name }) => heading.endsWith(` · ${words.sentence(name)}`));
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
  // Without the place, which is another one here.
  const explanation = parts.at(-1)!.replace(/\n {2}test\/course\/programs\/[^]*$/, "");
  // Where lines end depends on how long the number is.
  const comparableOf = (text: string) =>
    comparable(text)
      .replace(/\s+/g, " ")
      .replace(/\b\d{4,} bytes/i, "<n> bytes");
  const read = `${parts[0]}\n\n${explanation}`;
  assert.ok(
    comparableOf(read) === comparableOf(block.text),
    at(page, block.line, `here the learner reads:\n${read}\n\nand not:\n${block.text}`),
  );
}
