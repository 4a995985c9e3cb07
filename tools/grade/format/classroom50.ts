// A score as the result.json of an autograder of Classroom 50: a test for each step.
// Its form: https://github.com/foundation50/classroom50/wiki/Advanced-Autograding#the-resultjson-contract
import type { Score } from "../score.ts";

/** What belongs in ./result.json. What is not about the score comes from the variables that the runner sets. */
export function classroom50({ steps, total }: Score, env = process.env): string {
  const { CLASSROOM, ASSIGNMENT, SUBMISSION_TAG, COMMIT_URL, RELEASE_URL, REVIEW_URL } = env;
  return JSON.stringify(
    {
      schema: "classroom50/result/v1",
      classroom: CLASSROOM,
      assignment: ASSIGNMENT,
      submission: SUBMISSION_TAG,
      commit: COMMIT_URL,
      release: RELEASE_URL,
      review: REVIEW_URL || COMMIT_URL,
      datetime: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
      score: total.points,
      "max-score": total.of,
      tests: steps.map(({ id, state, points, mistakes }) => ({
        "test-name": id,
        passed: state === "done",
        score: points,
        "max-score": 1,
        output: mistakes.map(({ explanation }) => explanation).join("\n\n"),
      })),
    },
    null,
    2,
  );
}
