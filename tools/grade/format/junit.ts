// A score as JUnit's XML, which most systems of continuous integration read: a test for each step.
import type { Score, ScoredStep } from "../score.ts";

/** A suite with a test for each step: passed, failed with all explanations, or skipped while it is still to do. */
export function junit({ steps }: Score): string {
  const count = (state: ScoredStep["state"]) => steps.filter((step) => step.state === state).length;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    "<testsuites>",
    `  <testsuite name="echo-from-scratch" tests="${steps.length}" failures="${count("failing")}" errors="${count("not graded")}" skipped="${count("to do")}">`,
    ...steps.map((step) => `    <testcase classname="steps" name="${step.id}">${outcomeOf(step)}</testcase>`),
    "  </testsuite>",
    "</testsuites>",
  ].join("\n");
}

function outcomeOf({ state, mistakes, reason = "" }: ScoredStep): string {
  const [first] = mistakes;
  const all = mistakes.map(({ explanation }) => explanation).join("\n\n");
  if (state === "to do") return "<skipped/>";
  if (state === "not graded") return `<error message="${escaped(reason)}"/>`;
  return first === undefined
    ? ""
    : `<failure message="${escaped(first.sentence)}" type="${first.name}">${escaped(all)}</failure>`;
}

/** `text` for XML, which cannot have every character. */
function escaped(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"\ufffe\uffff]|\p{Cs}/gu, (character) => entities[character] ?? "\ufffd");
}
