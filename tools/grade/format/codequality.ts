// A score as GitLab's Code Quality report, which puts each mistake at its line of a merge request.
// Its form: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
import { createHash } from "node:crypto";
import { causesIn } from "../causes.ts";
import type { Score } from "../score.ts";

/** An entry for each cause. Where no line is known, it is the first. */
export function codequality(score: Score): string {
  const entries = causesIn(score).map(({ name, check, sentence, file, line = 1 }) => ({
    description: sentence,
    check_name: name,
    fingerprint: createHash("sha256").update(`${file} ${check} ${name}`).digest("hex"),
    severity: "major",
    location: { path: file, lines: { begin: line } },
  }));
  return JSON.stringify(entries, null, 2);
}
