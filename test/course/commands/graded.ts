// A course that is quick to grade, and runs its own commands, for the tests of npm run grade.
import { symlinkSync } from "node:fs";
import path from "node:path";
import type { TestContext } from "node:test";
import { root, steps } from "../../tutor/course/course.ts";
import { scratchFor, type Scratch } from "../scratch.ts";

/** Two steps are enough to grade, and quick. */
export const GRADED = 2;

/** `course`, which has no packages yet, with those steps and the packages of this one. */
export function withTwoSteps(course: Scratch, installed = true): Scratch {
  for (const { id } of steps.slice(GRADED)) course.delete(`steps/${id}`);
  if (installed)
    symlinkSync(path.join(root, "node_modules"), path.join(course.folder, "node_modules"), "junction");
  return course;
}

/** A whole course, gone again when the test `t` is over. */
export function courseFor(t: TestContext, installed = true): Scratch {
  return withTwoSteps(scratchFor(t, false), installed);
}
