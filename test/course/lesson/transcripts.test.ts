// What the lesson and README.md show of runs is what really happens.
import "../english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, readPage } from "./markdown.ts";
import { LESSON } from "./scenes/lesson.ts";
import { README } from "./scenes/readme.ts";
import { holdTranscripts, shownIn } from "./transcripts.ts";

const shown = [...shownIn(readPage("README.md"), README), ...shownIn(readPage("LESSON.md"), LESSON)];

test("every block of text in the pages has a scene, and every scene has a block", () => {
  const without = shown.filter(({ origin }) => origin === undefined);
  const origins = shown.map(({ origin }) => origin);
  const unused = [README, LESSON].flatMap((scenes) =>
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

holdTranscripts(shown);
