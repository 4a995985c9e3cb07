// A score as commands to GitHub's runner, which puts each mistake at its line. Gitea and Forgejo show them in the log.
// Their form, and what has to be escaped: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
import { causesIn } from "../causes.ts";
import type { Score } from "../score.ts";

/** A line for each cause. */
export function github(score: Score): string {
  return causesIn(score)
    .map(({ file, line, check, sentence }) => {
      const place = line === undefined ? "" : `,line=${line}`;
      return `::error file=${property(file)}${place},title=${property(check)}::${data(sentence)}`;
    })
    .join("\n");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
