// The house has rooms: what is imported goes one way, nothing in a circle, and CONTRIBUTING.md names every room.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { root } from "../../tutor/course/course.ts";

/** From the room that knows nothing of the others to the one that knows all. */
const STAIR = [
  "test/tutor/course",
  "test/tutor/run",
  "test/tutor/judge",
  "test/tutor/tell",
  "test/course",
  "test/bench",
  "tools",
];
/** Rooms beside the stair, with those that they may use. */
const BESIDE: { readonly [room: string]: readonly string[] } = {
  "test/checks": ["test/tutor/course", "test/tutor/run", "test/tutor/judge"],
};

/** All files of the course's own code, with those that they import, types included; relative to the course. */
const imports = new Map(
  ["test", "tools"]
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map(
        (name) => `${folder}/${name.replaceAll(path.sep, "/")}`,
      ),
    )
    // The specimens are programs of learners.
    .filter((file) => /\.[jt]s$/.test(file) && !/\/programs\/(styles|mistakes|remarks)\//.test(file))
    .map((file) => {
      const text = readFileSync(path.join(root, file), "utf8");
      const found = text.matchAll(/^(?:import|export)\b[^"'`;]*"(\.[^"]+)";$|\bimport\("(\.[^"]+)"\)/gm);
      return [
        file,
        [...found]
          .map(([, name = "", later = ""]) => name || later)
          .map((name) => path.posix.join(path.posix.dirname(file), name)),
      ] as const;
    }),
);

/** The room in which `file` is, or undefined for an entry, which belongs to none. */
function roomOf(file: string): string | undefined {
  return [...STAIR, ...Object.keys(BESIDE)].find((room) => file.startsWith(`${room}/`));
}

test("what is imported is in the same room, or in one below", () => {
  for (const [file, imported] of imports) {
    const room = roomOf(file);
    if (room === undefined) continue;
    const below = BESIDE[room] ?? STAIR.slice(0, STAIR.indexOf(room));
    for (const other of imported) {
      assert.ok(imports.has(other), `${file} imports ${other}, which is not there`);
      assert.ok([room, ...below].includes(roomOf(other) ?? ""), `${file} imports ${other}`);
    }
  }
});

test("no file imports another in a circle", () => {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    assert.ok(!trail.includes(file), `a circle: ${[...trail.slice(trail.indexOf(file)), file].join(" -> ")}`);
    if (done.has(file)) return;
    for (const other of imports.get(file) ?? []) visit(other, [...trail, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
});

test("every file says in its first line what its job is", () => {
  for (const file of imports.keys())
    assert.ok(/^\/\/ \S+ /.test(readFileSync(path.join(root, file), "utf8")), file);
});

test("CONTRIBUTING.md names every room", () => {
  const contributing = readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8");
  const named = [...contributing.matchAll(/^\| `(t[^`]+)\/` \|/gm)].map(([, room]) => room!);
  const rooms = new Set([...imports.keys()].map((file) => path.posix.dirname(file)));
  // "test" itself has the entry for other reporters. Scenes are data of the room above.
  for (const room of ["test", "test/course", "test/course/lesson/scenes"]) rooms.delete(room);
  rooms.delete("test/bench/servers");
  assert.deepEqual(named.sort(), [...rooms].sort());
});
