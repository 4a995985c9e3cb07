// CONTRIBUTING.md: it names every part that there is, and only those.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { root } from "../../tutor/course/course.ts";

const contributing = readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8");

/** The files that the table of `folder` names. */
function namedIn(folder: string): string[] {
  const [, table = ""] = contributing.split(`| in \`${folder}/\` |`);
  const rows = table.slice(0, table.indexOf("\n\n")).split("\n").slice(2);
  return rows.flatMap((row) => [...row.split("|")[1]!.matchAll(/`(.+?)`/g)].map(([, name]) => name!)).sort();
}

for (const folder of ["tools", "test/support"]) {
  test(`it names each file in ${folder}/`, () => {
    const files = readdirSync(path.join(root, folder)).filter((name) => /\.[jt]s$/.test(name));
    assert.deepEqual(namedIn(folder), files.map((name) => name.replace(/\.ts$/, "")).sort());
  });
}
