// A failed check in words: what was required, what happened, what it means, and where to go on.
import { readFileSync } from "node:fs";
import { otherSide, shortName, twoDigits, type Step } from "./course.ts";
import { english } from "./explanations.en.ts";
import type { Explanation, Mistake, MistakeName } from "./mistake.ts";
import { plain, wrap, type Terminal } from "./terminal.ts";
import type { Event } from "./transcript.ts";
import type { Result } from "./verdict.ts";

const explanations: { readonly [name in MistakeName]: Explanation } = english;

/** How many events are shown at most. */
const EVENTS = 12;
/** How much of a text, and how many bytes, are shown of one event. */
const PREVIEW = { characters: 60, bytes: 16 };

/** Explains why `result` of `step` is not right, in lines that end with where to go on. Never a stack trace. */
export function explain(
  step: Step,
  { name, mistake }: Result & { mistake: Mistake },
  terminal: Terminal = plain,
): string {
  const { paint, sign, columns } = terminal;
  const heading = `${sign("✘", "x")} ${twoDigits(step.number)} ${step.title} ${sign("·", "-")} ${name}`;
  const explanation = explanations[mistake.name](mistake.facts, mistake.program?.side ?? "server");
  return [
    ...wrap(heading, columns).map((line) => paint(["red", "bold"], line)),
    "",
    ...showEvidence(mistake, terminal),
    ...wrap(explanation, columns - 4).map((line) => `  ${line}`),
    `  ${paint("cyan", whereToLook(step, mistake))} ${sign("·", "-")} ${paint("cyan", lessonOf(step))}`,
  ].join("\n");
}

/** Where the lesson tells of `step`. */
export function lessonOf(step: Step): string {
  return `LESSON.md#step-${step.id}`;
}

/** The file, and the line if one is to blame, in the form that terminals make clickable. */
function whereToLook(step: Step, { program, facts }: Mistake): string {
  if (program === undefined) return `steps/${step.id}`;
  const lines = readFileSync(program.file, "utf8").split(/\r?\n/);
  const find = (what: RegExp, comments: boolean) =>
    lines.findIndex((line) => what.test(line) && (comments || !/^\s*(\/\/|import )/.test(line))) + 1;
  const todo = find(new RegExp(`TODO\\(${twoDigits(step.number)}\\)`), true);
  const line = facts.line ?? (todo || (facts.near && find(facts.near, false)));
  return shortName(program.file) + (line ? `:${line}` : "");
}

function showEvidence({ program, evidence, facts }: Mistake, { sign, columns }: Terminal): string[] {
  if (program === undefined) return [];
  const events = condense(evidence);
  const shown =
    events.length <= EVENTS ? events : [...events.slice(0, EVENTS - 4), undefined, ...events.slice(-3)];
  const names = {
    [program.side]: `your ${program.side}`,
    [otherSide(program.side)]: "the check",
  };
  const lines = shown.map((event) =>
    event === undefined ? sign("…", "...") : `${names[event.from]!.padEnd(12)} ${describe(event)}`,
  );
  if (facts.expected instanceof Buffer)
    lines.push(`${"expected".padEnd(12)} ${describeBytes(facts.expected)}`);
  const cut = (line: string) =>
    line.length > columns - 4 ? line.slice(0, columns - 5) + sign("…", "~") : line;
  return lines.length === 0 ? [] : [...lines.map((line) => `    ${cut(line)}`), ""];
}

/** What a person wants to see of it: neighbouring prints are one, and so are bytes that nothing came between. */
function condense(evidence: readonly Event[]): Event[] {
  const events: Event[] = [];
  for (const event of evidence) {
    const last = events.at(-1);
    if (event.kind === "probe") continue;
    if (event.kind === "print" && last?.kind === "print" && last.stream === event.stream) {
      events[events.length - 1] = { ...last, text: last.text + event.text };
    } else if (event.kind === "data" && last?.kind === "data" && last.from === event.from) {
      events[events.length - 1] = { ...last, bytes: Buffer.concat([last.bytes, event.bytes]) };
    } else events.push(event);
  }
  return events;
}

function describe(event: Event): string {
  switch (event.kind) {
    case "start":
      return "starts";
    case "connect":
      return "connects";
    case "print":
      return event.stream === "stdout"
        ? `prints ${describeText(event.text.trimEnd())}`
        : `prints on stderr ${describeText(mainLine(event.text))}`;
    case "data":
      return `sends ${describeBytes(event.bytes)}`;
    case "end":
      return "has nothing more to send (FIN)";
    case "reset":
      return "breaks the connection off (RST)";
    case "signal":
      return `sends the signal ${event.name}`;
    case "flood":
      return "prints without an end, and is stopped";
    case "exit":
      return event.signal === null ? `ends with exit code ${event.code}` : `is stopped (${event.signal})`;
    case "probe":
      return event.text;
  }
}

/** What matters of an error with its stack trace: the line with the message. */
function mainLine(text: string): string {
  return text.split("\n").find((line) => /^\S*(Error|Exception)\b.*:/.test(line)) ?? text.trimEnd();
}

/** One line, safe to print: JSON escapes whatever could control a terminal. */
function describeText(text: string): string {
  return JSON.stringify(text.length > PREVIEW.characters ? `${text.slice(0, PREVIEW.characters)}…` : text);
}

/** How many bytes, and the first of them: as text where all are text, else in hexadecimal. */
function describeBytes(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  const isText = Buffer.from(text, "utf8").equals(bytes) && !/[\0-\x08\x0e-\x1f]/.test(text);
  const hex = bytes
    .subarray(0, PREVIEW.bytes)
    .toString("hex")
    .replace(/(..)(?=.)/g, "$1 ");
  const preview = isText ? describeText(text) : hex + (bytes.length > PREVIEW.bytes ? " …" : "");
  return `${bytes.length} ${bytes.length === 1 ? "byte" : "bytes"}  ${preview}`;
}
