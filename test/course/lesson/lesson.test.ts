// The lesson and the other pages: their code is the course's code, their links lead somewhere, every step has
// all its parts, and a translation is in step with the original. What they show of runs: transcripts.test.ts.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { answerTo, root, shortName, solution, steps } from "../../tutor/course/course.ts";
import { contains } from "./excerpt.ts";
import { lessonOf } from "../../tutor/tell/explain.ts";
import { at, inAllLanguages, inlineCode, readPage, type Block, type Page } from "./markdown.ts";
import { readDiagram } from "./mermaid.ts";
import { stepOf, wrongSections } from "./sections.ts";
import { differences } from "./translation.ts";

const lessons = inAllLanguages("LESSON");
const teaching = inAllLanguages("TEACHING");
const pages = [...lessons, ...teaching, ...["README.md", "CONTRIBUTING.md"].map(readPage)];

/** Fails with everything that is wrong, each in a line of its own. */
function assertNone(problems: readonly string[]): void {
  assert.ok(problems.length === 0, `\n${problems.join("\n")}\n`);
}

describe("code in the lesson", () => {
  for (const page of lessons) {
    test(`${page.file}: is a part of the programs; in a step, of its answer`, () => {
      const all = [...steps.map(({ programs }) => programs), solution];
      const wrong = ({ info, text, line, section }: Block) => {
        if (!/^(ts|typescript|js|javascript)\b/.test(info)) return [];
        const step = stepOf(section);
        const files = (step ? [answerTo(step)] : all).flatMap((programs) => Object.values(programs));
        if (files.some((file) => contains(file, text))) return [];
        const where = step
          ? `the answer to step ${step.number} (${files.map(shortName).join(", ")})`
          : "any program";
        return [at(page, line, `these lines are in no such form in ${where}`)];
      };
      assertNone(page.blocks.flatMap(wrong));
    });
  }

  test("files that the pages name are there, and commands are those of package.json", () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
      scripts: object;
    };
    const known = ["ci", "install", "start", "test", ...Object.keys(scripts).map((name) => `run ${name}`)];
    assertNone(
      pages.flatMap((page) => {
        const blocks = page.blocks.map(({ text, line }) => ({ code: text, line }));
        return [...blocks, ...inlineCode(page)].flatMap(({ code, line }) => {
          const files = [...code.matchAll(/(?<![\w./-])(?:steps|solution|test|tools)\/[\w./-]*\w/g)];
          // NN and NAME stand for what its reader will choose.
          const named = files.filter(([file]) => !/\b(NN|NAME)\b/.test(file));
          const missing = named.filter(([file]) => !existsSync(path.join(root, file)));
          const commands = [...code.matchAll(/(?:^|[$&;] *)npm (run (?:--silent )?\w+|\w+)/gm)];
          const unknown = commands.filter(
            ([, command]) => !known.includes(command!.replace(" --silent", "")),
          );
          return [
            ...missing.map(([file]) => at(page, line, `there is no file ${file}`)),
            ...unknown.map(([, command]) => at(page, line, `there is no command npm ${command}`)),
          ];
        });
      }),
    );
  });
});

describe("links", () => {
  for (const page of pages) {
    test(`${page.file}: lead to a file that is there, and to an anchor in it`, () => {
      const definitions = page.links.filter(({ kind }) => kind === "definition");
      const used = page.links.filter(({ kind }) => kind === "reference").map(({ target }) => target);
      assertNone(
        page.links.flatMap(({ kind, text, target, line }) => {
          if (kind === "reference")
            return definitions.some((definition) => definition.text === target)
              ? []
              : [at(page, line, `nothing says where [${target}] leads`)];
          if (kind === "definition" && !used.includes(text))
            return [at(page, line, `nothing uses the link [${text}]`)];
          return /^https:/.test(target) ? [] : deadEnd(page, target, line);
        }),
      );
    });
  }

  test("in the feedback lead to a section of each lesson", () => {
    const targets = [...steps.map(lessonOf), "LESSON.md#where-to-go-from-here"];
    const anchors = targets.map((target) => target.replace("LESSON.md#", ""));
    assertNone(
      lessons.flatMap((page) =>
        anchors
          .filter((anchor) => !page.anchors.includes(anchor))
          .map((anchor) => at(page, 1, `no heading has the anchor #${anchor}, to which the feedback leads`)),
      ),
    );
  });
});

/** What is wrong with a link to a place in the course. */
function deadEnd(page: Page, target: string, line: number): string[] {
  const [name = "", anchor] = target.split("#");
  const file = name === "" ? page.file : path.posix.join(path.posix.dirname(page.file), name);
  if (!existsSync(path.join(root, file))) return [at(page, line, `there is no file ${file}`)];
  if (anchor === undefined || readPage(file).anchors.includes(anchor)) return [];
  return [at(page, line, `${file} has no heading for #${anchor}`)];
}

describe("the lesson", () => {
  for (const page of lessons) {
    test(`${page.file}: has a section for each step, with all parts in order`, () => {
      assertNone(wrongSections(page));
    });

    test(`${page.file}: draws only what every version of Mermaid understands`, () => {
      assertNone(
        page.blocks
          .filter(({ info }) => info === "mermaid")
          .flatMap(({ text, line }) =>
            readDiagram(text).wrong.map((wrong) => at(page, line + 1 + wrong.line, wrong.message)),
          ),
      );
    });
  }
});

describe("translations", () => {
  for (const [original, ...translations] of [lessons, teaching]) {
    for (const page of translations) {
      test(`${page.file}: is in step with ${original!.file}`, () => {
        assertNone(differences(original!, page));
      });
    }
  }
});
