// What the tables of the lesson list is what there is: the keys of npm run watch, the events, and the finished programs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { solution, steps, twoDigits, type Side, type Step } from "../../tutor/course/course.ts";
import { EVENTS } from "../../tutor/judge/waits.ts";
import { wordsIn } from "../../tutor/tell/words.ts";
import { inAllLanguages, type Page } from "./markdown.ts";

for (const page of inAllLanguages("LESSON")) {
  describe(page.file, () => {
    test("all keys of npm run watch, in the order in which it names them", () => {
      const [, language = "en"] = /\.(\w+)\.md$/.exec(page.file) ?? [];
      const named = wordsIn[language as keyof typeof wordsIn].keys
        .split("  ")
        .map((key) => key.split(" ")[0]);
      assert.deepEqual(
        rowsOf(page, /^\| (\w|\d+-\d+) \| /).map(([key]) => key),
        named,
      );
    });

    test("each event is one of the object that it stands beside, and a server has no others", () => {
      const rows = rowsOf(page, /^\| [^|`]*`(server|socket)`[^|`]* \| `(\w+)` \| /);
      const eventsOf = (object: string) => rows.flatMap(([name, event]) => (name === object ? event! : []));
      assert.deepEqual(eventsOf("server").sort(), [...EVENTS["net.Server"]!].sort());
      assert.deepEqual(
        eventsOf("socket").filter((event) => !EVENTS["net.Socket"]!.includes(event)),
        [],
      );
    });

    test("the index: each function is in the program, what it does is in it, and so is the step in the lesson", () => {
      const rows = rowsOf(page, /\| (server|client) \| (?:`(\w+)\(\)`|[^`|]+) \| `(.+)` \| (\[.+) \|$/i);
      assert.equal(rows.length, rowsOf(page, /^(\|.*\]\(#step-.*)/).length);
      const wrong = rows.filter(([side, name, code, links]) => {
        const program = readFileSync(solution[side!.toLowerCase() as Side], "utf8");
        const text = name === undefined ? program : functionIn(program, name);
        const isStep = (link: string) => steps.some((step) => link === linkTo(step));
        return !text?.includes(code!) || !links!.split(", ").every(isStep);
      });
      assert.deepEqual(wrong, []);
      const indexed = (step: Step) => rows.some(([, , , links]) => links!.includes(linkTo(step)));
      assert.deepEqual(
        steps.filter((step) => !indexed(step)),
        [],
      );
    });
  });
}

/** The text of the function `name` of a program, which ends as far to the left as it begins. */
function functionIn(program: string, name: string): string | undefined {
  return new RegExp(`^( *)(?:async )?(?:function|const) ${name}\\b[^]*?^\\1}`, "m").exec(program)?.[0];
}

/** How the index leads to the section of a step. */
function linkTo({ number, id }: Step): string {
  return `[${twoDigits(number)}](#step-${id})`;
}

/** What `pattern` takes out of each row of a table that it matches. */
function rowsOf({ prose }: Page, pattern: RegExp): (string | undefined)[][] {
  return prose.flatMap((line) => {
    const [, ...cells] = pattern.exec(line) ?? [];
    return cells.length > 0 ? [cells] : [];
  });
}
