// Grades a class: every student with the checks of a clean copy, several at once, and what there is to say of them all.
import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { language } from "../../test/tutor/course/locale.js";
import { words } from "../../test/tutor/tell/words.ts";
import { alikeIn } from "./alike.ts";
import { removeRemains, type Course } from "./folder.ts";
import { grade, type Graded, type Terms } from "./grader.ts";
import { guard, versionOf } from "./guard.ts";
import { overviewOf } from "./overview.ts";
import { pageOf } from "./page.ts";
import { inOneLine } from "./plainly.ts";
import { scoreFrom } from "./score.ts";
import { keep, makeFolders, recall, write, type Entry } from "./store.ts";
import { studentsIn, type Student } from "./students.ts";
import { tableOf } from "./table.ts";
import { take } from "./take.ts";

/** The form of grades.json. */
const VERSION = 1;
/** One grader could keep all cores busy; another one makes use of the time in which its programs only wait. */
const AT_ONCE = 2;

/** Grades everybody in `folder`, and writes what comes of it to `out`. */
export async function gradeClass(folder: string, out: string, course: Course, terms: Terms): Promise<void> {
  const { students, leftOut } = studentsIn(folder, course.ids, course.folder);
  if (students.length === 0) throw new Error(words.grading.noStudents(folder));
  const place = realPlace(out);
  if (isIn(place, folder) || isIn(folder, place)) throw new Error(words.grading.mixed(folder, out));
  makeFolders(out);
  removeRemains();

  // All of it is read before any of it runs: then no student's program can change another's.
  const handIns = students.map((student) => ({ student, handIn: take(student.folder, course.ids) }));
  const version = versionOf(course.folder);
  const changed = guard(course.folder);
  const entries = new Map<Student, Entry>();
  const now = new Set<string>();
  const finish = (student: Student, graded: Graded, how: string) => {
    entries.set(student, { student, graded });
    const { points, of } = scoreFrom(graded.steps, "").total;
    const name = inOneLine(student.name);
    console.error(words.grading.progress(entries.size, students.length, name, points, of, how));
  };

  const waiting = handIns.flatMap(({ student, handIn }) => {
    const origin = { student: student.name, programs: handIn.fingerprint, course: version, language };
    const kept = recall(out, student, origin, terms.limit);
    if (kept !== undefined) finish(student, kept, words.grading.asBefore);
    return kept === undefined ? [{ student, handIn, origin }] : [];
  });
  const work = async (_: unknown, slot: number) => {
    const user = terms.user && terms.user + slot;
    for (let next; (next = waiting.shift()) !== undefined;) {
      const { student, handIn, origin } = next;
      now.add(student.name);
      const graded = await grade(handIn, course, { ...terms, user, perCore: terms.perCore / AT_ONCE });
      const file = changed();
      if (file !== undefined)
        throw new Error(
          words.grading.courseHasChanged(course.folder, file, [...now].map(inOneLine).join(", ")),
        );
      now.delete(student.name);
      keep(out, student, origin, terms.limit, graded);
      finish(student, graded, `${graded.seconds} s`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));

  const all = students.map((student) => entries.get(student)!);
  for (const entry of all) write(path.join(out, "students", `${entry.student.file}.md`), pageOf(entry));
  write(path.join(out, "grades.csv"), tableOf(all, course.ids));
  write(path.join(out, "grades.json"), `${JSON.stringify(jsonOf(all, leftOut, course), null, 2)}\n`);
  write(path.join(out, "class.md"), overviewOf(all, leftOut, await alikeIn(handIns, course.folder)));
}

/** What grades.json holds. */
function jsonOf(entries: readonly Entry[], leftOut: readonly string[], course: Course) {
  const students = entries.map(({ student, graded: { steps, seconds } }) => {
    const { points, of } = scoreFrom(steps, "").total;
    return { student: student.name, page: `students/${student.file}.md`, points, of, seconds, steps };
  });
  return { version: VERSION, checks: `from ${course.folder}`, students, leftOut };
}

/** Where `folder` really is, or will be. */
function realPlace(folder: string): string {
  const parent = path.dirname(folder);
  if (existsSync(folder) || parent === folder) return realpathSync(folder);
  return path.join(realPlace(parent), path.basename(folder));
}

/** Whether `place` is `folder`, or in it. */
function isIn(place: string, folder: string): boolean {
  const way = path.relative(folder, place);
  return way.split(path.sep)[0] !== ".." && !path.isAbsolute(way);
}
