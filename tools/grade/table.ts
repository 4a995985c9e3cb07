// grades.csv: the scores of a class, for a spreadsheet (RFC 4180).
import { scoreFrom } from "./score.ts";
import type { Entry } from "./store.ts";

/** The form of the table, which stands in its last column. */
const VERSION = 1;

/** The table with a row for each student. The mark at its beginning tells spreadsheets that it is UTF-8. */
export function tableOf(entries: readonly Entry[], ids: readonly string[]): string {
  const heading = ["student", "points", "of", ...ids, "not graded", "seconds", "version"];
  const rows = entries.map(({ student, graded: { steps, seconds } }) => {
    const { points, of } = scoreFrom(steps, "").total;
    const reasons = new Set(steps.flatMap(({ reason }) => reason ?? []));
    return [
      student.name,
      points,
      of,
      ...steps.map(({ state }) => state),
      [...reasons].join(" "),
      seconds,
      VERSION,
    ];
  });
  return `\ufeff${[heading, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** One cell. What a spreadsheet would take for a formula, it shows as text with an apostrophe before it. */
function cell(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
