// What the German lesson quotes of the course's own commands is what they say on a German screen. Everything else that it
// shows is the same as in the English one, and is held there.
import "../german.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, readPage } from "./markdown.ts";
import type { Origin } from "./scene.ts";
import { LESSON } from "./scenes/lesson.ts";
import { holdTranscripts, shownIn, transcriptsIn } from "./transcripts.ts";

/** The commands that speak, and do not only run the programs. */
const SPEAKS = /npm (test|start|run (watch|greedy))/;

const page = readPage("LESSON.de.md");
const blocks = transcriptsIn(page);

/** Whether a block that comes from `origin` shows what the course says. */
function speaks(origin: Origin | undefined, text: string): boolean {
  if (origin === undefined || "byHand" in origin) return false;
  return "wrong" in origin || [text, ...(origin.before ?? []).flat()].some((typed) => SPEAKS.test(typed));
}

const shown = shownIn(readPage("LESSON.md"), LESSON);

test("what was recorded by hand is the same in both lessons", () => {
  for (const [index, { block, origin }] of shown.entries())
    if (origin !== undefined && "byHand" in origin)
      assert.equal(blocks[index]?.text, block.text, at(page, blocks[index]?.line ?? 1, "this block"));
});

holdTranscripts(
  shown.flatMap(({ block, place, origin }, index) => {
    const translated = blocks[index];
    if (translated === undefined) return []; // Then the lessons are not in step, which their own test says.
    const isHeld = translated.text === block.text && !speaks(origin, block.text);
    return isHeld ? [] : [{ page, block: translated, place, origin }];
  }),
);
