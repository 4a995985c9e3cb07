// A failed check in words: what was required, what happened, what it means, and where to go on.
import { readFileSync } from "node:fs";
import { otherSide, shortName, steps, twoDigits, type Side, type Step } from "../course/course.ts";
import { errorLines, uncaught } from "../judge/diagnose.ts";
import { previewOf, startDrawing } from "./draw.ts";
import { german } from "./explanations.de.ts";
import { english } from "./explanations.en.ts";
import { language, type Language } from "../course/locale.js";
import { printable } from "../course/printable.js";
import { originalStarters } from "../course/starters.ts";
import type { Problem } from "../course/readable.ts";
import type { Facts, Mistake } from "../judge/mistake.ts";
import { mistakes, type MistakeName } from "../judge/mistakes.ts";
import type { Explanations } from "./explanation.ts";
import { puzzleIn } from "./puzzles.ts";
import { plain, wrap, type Terminal } from "./terminal.ts";
import { harmless } from "../judge/quote.ts";
import type { TimedEvent } from "../run/transcript.ts";
import type { Result } from "../judge/verdict.ts";
import { words, wordsIn } from "./words.ts";

const explanations: Readonly<Record<Language, Explanations>> = {
  en: english,
  de: german,
};

/** How many events are drawn at most, and how many characters are shown of what a program itself says. */
const [EVENTS, OWN_WORDS] = [14, 160];

/** A mistake in words. */
export interface Told {
  /** The step that asked for it, which may be an earlier one. */
  readonly asking: Step;
  /** What was required. */
  readonly requirement: string;
  /** What it means, and what the program itself has said, if that says more. */
  readonly paragraphs: readonly string[];
  /** The file, and the line if one is to blame, in the form that terminals make clickable. */
  readonly place: string;
}

/** A check of `step` that has found a mistake, in words. Never a stack trace. */
export function tell(
  step: Step,
  { name, mistake }: Result & { mistake: Mistake },
  inLanguage: Language = language,
): Told {
  const { sentence, itself } = wordsIn[inLanguage];
  // The checks' own sentences are facts, too, and quotations.
  const inWords = Object.entries(mistake.facts).map(([name, fact]) => [
    name,
    typeof fact === "string" ? printable(sentence(fact)) : fact,
  ]);
  const facts = Object.fromEntries(inWords) as Facts;
  const { program } = mistake;
  return {
    asking: steps.find(({ number }) => number === mistake.asked?.step) ?? step,
    requirement: sentence(mistake.asked?.name ?? name),
    paragraphs: [
      explanations[inLanguage][mistake.name](facts, program?.side ?? "server"),
      ...hangs(mistake, inLanguage),
      ...(mistake.open === undefined ? [] : [wordsIn[inLanguage].isOpen(mistake.open)]),
      ...unheard(mistake, inLanguage),
      ...(mistake.closing === undefined ? [] : [wordsIn[inLanguage].closes(mistake.closing)]),
      ...puzzles(mistake, inLanguage),
      ...ownWords(mistake).map((line) => itself(program!.side, harmless(line))),
    ],
    place: whereToLook(step, mistake),
  };
}

/** Explains why `result` of `step` is not right, in lines that end with where to go on, and shows what happened if `isDrawn`. */
export function explain(
  step: Step,
  result: Result & { mistake: Mistake },
  terminal: Terminal = plain,
  isDrawn = true,
): string {
  const { paint, sign, columns } = terminal;
  const { asking, requirement, paragraphs, place } = tell(step, result);
  const heading = `${sign("✘", "x")} ${twoDigits(asking.number)} ${words.title(asking.title)} ${sign("·", "-")} ${requirement}`;
  const why = asking === step ? [] : wrap(words.stillAsked(asking.number, step.number), columns - 2);
  return [
    ...wrap(heading, columns).map((line) => paint(["red", "bold"], line)),
    ...why.map((line) => `  ${line}`),
    "",
    ...(isDrawn ? drawEvidence(result.mistake, terminal) : []),
    ...paragraphs.flatMap((text) => wrap(text, columns - 4).map((line) => `  ${line}`)),
    ...whereToGo(place, lessonOf(asking), terminal),
  ].join("\n");
}

/** The place and the lesson: in one line, if there is room for both. */
function whereToGo(place: string, lesson: string, { columns, sign, place: show }: Terminal): string[] {
  const isShort = `  ${place} · ${lesson}`.length <= columns;
  return isShort
    ? [`  ${show(place)} ${sign("·", "-")} ${show(lesson)}`]
    : [`  ${show(place)}`, `  ${show(lesson)}`];
}

/** That bytes were lost since nobody listened, where something has not come. */
function unheard({ name, isUnheard }: Mistake, inLanguage: Language): string[] {
  return isUnheard && mistakes[name].inVain ? [wordsIn[inLanguage].unheard] : [];
}

/** What a message of Node's or TypeScript's means here, if it is one that puzzles beginners. */
function puzzles(mistake: Mistake, inLanguage: Language): string[] {
  const { facts, closing, program, line } = mistake;
  const wasConnected = mistake.evidence.some(({ kind }) => kind === "connect");
  const text = program && line ? (linesOf(program.file)[line - 1] ?? "") : "";
  const name = puzzleIn([facts.detail ?? "", ...ownWords(mistake)].join("\n"), text, wasConnected);
  // What has ended the socket is told already.
  if (name === undefined || (/ended|aborted/.test(name) && closing !== undefined)) return [];
  return [wordsIn[inLanguage].puzzles[name]];
}

/** Mistakes that are explained by the wait itself. */
const ABOUT_WAITS: readonly MistakeName[] = ["waits-in-vain", "event-has-been", "stuck-together"];

/** Where the program hangs, if that is not what the explanation is about. */
function hangs({ name, hangsIn, closing }: Mistake, inLanguage: Language): string[] {
  // A server always waits for the next connection.
  if (hangsIn === undefined || hangsIn.event === "connection" || !mistakes[name].inVain) return [];
  if (ABOUT_WAITS.includes(name) || closing?.by === "exit") return [];
  return [wordsIn[inLanguage].hangs(hangsIn.event, hangsIn.type, hangsIn.line)];
}

/** The line in which the program itself has said what went wrong, unless the explanation is about that, or Node has said it. */
function ownWords({ name, program, known }: Mistake): string[] {
  if (program === undefined || mistakes[name].explainsErrors) return [];
  // Not what it says when the check leaves it alone.
  const traces = { ...program, transcript: { events: known } };
  const [line] = errorLines(traces);
  if (line === undefined || uncaught(traces)) return [];
  return [line.length > OWN_WORDS ? `${line.slice(0, OWN_WORDS)}…` : line];
}

/** Why `file` is no program, as a sentence. */
export function whyUnusable(problem: Problem, file: string): string {
  return explanations[language][problem]({ detail: file }, "server");
}

function linesOf(file: string): string[] {
  return readFileSync(file, "utf8").split(/\r?\n/);
}

/** Where the lesson tells of `step`. */
export function lessonOf(step: Pick<Step, "id">): string {
  return `${words.lesson}#step-${step.id}`;
}

function whereToLook(step: Step, { program, facts, line }: Mistake): string {
  if (program === undefined) return `steps/${step.id}`;
  const at = facts.line ?? ownOrToDo(step, program.file, line);
  return shortName(program.file) + (at ? `:${at}` : "");
}

/**
 * `line` of `file`, if the learner has written it. What is left to do, which is listed below as well, is more to the
 * point than where the program, as it was handed out, hangs since it is not done.
 */
function ownOrToDo(step: Step, file: string, line: number | undefined): number | undefined {
  const handedOut = originalStarters()[shortName(file)]?.split("\n") ?? [];
  const lines = linesOf(file);
  if (line !== undefined && !handedOut.includes(lines[line - 1]!)) return line;
  return 1 + lines.findIndex((text) => text.includes(`TODO(${twoDigits(step.number)})`)) || line;
}

/** What happened between the program and the check, with the first wrong event marked. */
function drawEvidence(
  { name, program, evidence, facts, foundAt, hangsIn }: Mistake,
  terminal: Terminal,
): string[] {
  if (program === undefined) return [];
  const events = condense(evidence);
  if (events.length === 0) return [];
  const isProgram = (side: Side) => evidence.some(({ kind, from }) => kind === "start" && from === side);
  const names = {
    [program.side]: words.yours(program.side),
    [otherSide(program.side)]: isProgram(otherSide(program.side))
      ? words.yours(otherSide(program.side))
      : words.theCheck,
  } as Record<Side, string>;
  const drawing = startDrawing(names, terminal);
  const wrong = wrongEvent(name, program.side, events, facts.expected);
  const note = facts.expected === undefined ? "" : whatWasExpected(facts.expected, program.side, evidence);

  const blocks = events.map((event) => drawing.add(event, event === wrong ? note : undefined));
  const waits = hangsIn !== undefined && wrong === undefined && mistakes[name].inVain;
  const end = waits
    ? drawing.add({ kind: "wait", from: program.side, wait: hangsIn, at: foundAt }, note)
    : drawing.pause(foundAt, wrong === undefined ? note : undefined);
  const shown =
    blocks.length <= EVENTS
      ? blocks
      : [...blocks.slice(0, EVENTS - 5), [`${" ".repeat(8)}${terminal.sign("⋮", ":")}`], ...blocks.slice(-4)];
  return [...drawing.heading, ...shown.flat(), ...end, ""];
}

/** Says what should have been there; of bytes, from the first that differs. */
function whatWasExpected(expected: string | Buffer, side: Side, evidence: readonly TimedEvent[]): string {
  if (typeof expected === "string") return words.expected(printable(words.sentence(expected)));
  const actual = Buffer.concat(
    evidence.flatMap((event) => (event.kind === "data" && event.from === side ? [event.bytes] : [])),
  );
  const at = expected.findIndex((byte, index) => byte !== actual[index]);
  if (at < 0 || at >= actual.length) return words.expectedBytes(expected.length);
  const few = (bytes: Buffer) => previewOf(bytes.subarray(at, at + 2), "hex");
  return at === 0 ? words.expected(previewOf(expected)) : words.atByte(at, few(actual), few(expected));
}

/** The event that is wrong: the first that differs from what was expected, or the last of the kind that is wrong. */
function wrongEvent(
  name: MistakeName,
  side: Side,
  events: readonly TimedEvent[],
  expected: Facts["expected"],
): TimedEvent | undefined {
  const kind = mistakes[name].wrong;
  const own = events.filter((event) => event.from === side && event.kind === kind);
  if (kind !== "data" || !(expected instanceof Buffer)) return own.at(-1);
  let sent = 0;
  return (
    own.find((event) => {
      if (event.kind !== "data") return false;
      const differs = !event.bytes.equals(expected.subarray(sent, sent + event.bytes.length));
      sent += event.bytes.length;
      return differs;
    }) ?? own.at(-1)
  );
}

/** What a person wants to see of it: neighbouring prints are one, and so are bytes that nothing came between. */
function condense(evidence: readonly TimedEvent[]): TimedEvent[] {
  const bursts: TimedEvent[][] = [];
  for (const event of evidence) {
    const last = bursts.at(-1);
    if (event.kind === "probe") continue;
    if (last !== undefined && continues(last[0]!, event)) last.push(event);
    else bursts.push([event]);
  }
  return bursts.map(join);
}

/** Whether `next` is more of what `first` began. */
function continues(first: TimedEvent, next: TimedEvent): boolean {
  if (first.kind === "print" && next.kind === "print")
    return first.stream === next.stream && first.from === next.from;
  if (first.kind !== "data" || next.kind !== "data") return false;
  return first.from === next.from && first.connection === next.connection;
}

/** One event for a burst of them, which are all of one kind. */
function join(burst: readonly TimedEvent[]): TimedEvent {
  const first = burst[0]!;
  if (first.kind === "print")
    return { ...first, text: burst.map((event) => (event.kind === "print" ? event.text : "")).join("") };
  if (first.kind === "data")
    return {
      ...first,
      bytes: Buffer.concat(burst.flatMap((event) => (event.kind === "data" ? [event.bytes] : []))),
    };
  return first;
}
