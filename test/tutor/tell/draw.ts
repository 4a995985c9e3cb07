// A conversation between client and server, drawn: the client on the left, the server on the right, time goes down.
import type { Side } from "../course/course.ts";
import { ERROR_LINE } from "../judge/output.ts";
import { cut, widthOf, type Terminal } from "./terminal.ts";
import { harmless } from "../judge/quote.ts";
import type { Event, TimedEvent } from "../run/transcript.ts";
import { words } from "./words.ts";

/** How far a drawing is from the left edge, and its lines of life from that. */
const INDENT = 4;
/** How wide the room between the two lines of life is. */
const [NARROWEST, WIDEST] = [22, 40];
/** How much room there should be on the right, for what the server prints. */
const MARGIN = 37;
/** What is drawn as an arrow. */
const OVER_THE_WIRE: readonly Event["kind"][] = ["connect", "data", "end", "reset", "signal"];
/** From how many milliseconds on it is told that nothing happened. */
const SILENCE = 1_000;

export interface Drawing {
  /** The names of the two. */
  readonly heading: readonly string[];
  /** The lines for what happens next. What is wrong about it is marked, with `note` beside it. */
  add(event: TimedEvent, note?: string): string[];
  /** The lines for a silence until `at`, if it was one. */
  pause(at: number, note?: string): string[];
}

/** Begins a drawing. `names` says who is on the left and on the right. */
export function startDrawing(names: Readonly<Record<Side, string>>, terminal: Terminal): Drawing {
  const { paint, sign, columns } = terminal;
  // Around it are two lines of life and some blanks.
  const inner = Math.max(NARROWEST, Math.min(WIDEST, columns - INDENT - MARGIN - 7));
  const margin = columns - INDENT - inner - 7;
  const alive = { client: true, server: true };
  let last: TimedEvent | undefined;

  const life = (side: Side) => (alive[side] ? sign("│", "|") : " ");
  const shorten = (text: string, width: number) => cut(text, width, sign("…", "~"));
  const pad = (text: string, width: number) => text + " ".repeat(Math.max(0, width - widthOf(text)));
  const row = (middle: string, right = "") =>
    `${" ".repeat(INDENT + 2)}${life("client")}${middle}${life("server")}${right && ` ${right}`}`.trimEnd();
  const marked = (line: string, note: string | undefined): string[] => {
    if (note === undefined) return [line];
    const mark = `${sign("✘", "x")} ${note}`.trimEnd();
    const room = columns - widthOf(line) - 2;
    const below =
      widthOf(mark) < inner
        ? row(pad(` ${mark}`, inner))
        : `${" ".repeat(INDENT + 4)}${shorten(mark, columns - INDENT - 4)}`;
    const lines =
      room >= Math.min(NARROWEST, widthOf(mark)) ? [`${line}  ${shorten(mark, room)}`] : [line, below];
    return lines.map((text) => paint("red", text));
  };

  /** What goes over the wire: an arrow with its label. */
  const arrow = (from: Side, label: string) => {
    const text = ` ${shorten(label, inner - 6)} `;
    const [line, right, left] = [sign("─", "-"), sign("▶", ">"), sign("◀", "<")];
    const rest = line.repeat(inner - widthOf(text) - 3);
    return from === "client"
      ? row(`${line.repeat(2)}${text}${rest}${right}`)
      : row(`${left}${rest}${text}${line.repeat(2)}`);
  };
  /** What one of the two does by itself: beside its line of life, and over the other's where there is no room. */
  const aside = (side: Side, text: string) => {
    if (side === "server" && margin >= NARROWEST) return row(" ".repeat(inner), shorten(text, margin));
    const left = `${" ".repeat(INDENT + 2)}${life("client")} `;
    const fits = widthOf(text) <= inner - 2;
    return fits ? row(pad(` ${text}`, inner)) : left + shorten(text, columns - left.length);
  };

  const draw = (event: Event): string[] => {
    if (!OVER_THE_WIRE.includes(event.kind)) return describe(event).map((text) => aside(event.from, text));
    const number = "connection" in event ? event.connection : undefined;
    const [label] = describe(event);
    return [arrow(event.from, number === undefined || number === 1 ? label! : `#${number} ${label}`)];
  };

  const pause: Drawing["pause"] = (at, note) => {
    const silence = last === undefined || last.kind === "start" ? 0 : at - last.at;
    if (silence < SILENCE) return [];
    const text = words.silence((silence / 1000).toFixed(1));
    const before = " ".repeat(Math.floor((inner - text.length) / 2));
    return marked(row(pad(before + text, inner)), note);
  };

  const title = `${" ".repeat(INDENT)}${names.client.padEnd(inner + 1)} ${names.server}`;
  return {
    heading: [shorten(title, columns)],
    pause,
    add(event, note) {
      if (event.kind === "probe") return [];
      const silence = pause(event.at);
      last = event;
      const lines = draw(event);
      if (event.kind === "exit") alive[event.from] = false;
      return [...silence, ...lines.slice(0, -1), ...marked(lines.at(-1)!, note)];
    },
  };
}

/** How much is shown of one event. */
const PREVIEW = { characters: 60, bytes: 16, lines: 4 };

/** An event in a few words; what is printed, line by line. */
export function describe(event: Event): string[] {
  switch (event.kind) {
    case "start":
      return [words.starts];
    case "connect":
      return [words.connect];
    case "print":
      return event.stream === "stdout"
        ? describeLines(event.text)
        : [words.printsOnStderr(describeText(mainLine(event.text)))];
    case "data":
      return [describeBytes(event.bytes)];
    case "end":
      return [words.endOfStream];
    case "reset":
      return [words.reset];
    case "signal":
      return [event.name];
    case "flood":
      return [words.floods[event.of]];
    case "exit":
      return [event.signal === null ? words.endsWith(event.code) : words.isEndedBy(event.signal)];
    case "wait":
      return [words.waitsFor(event.wait.event, event.wait.line)];
    case "probe":
      return [];
  }
}

/** What was printed, without empty lines, and no more than a few. */
function describeLines(printed: string): string[] {
  const lines = printed.split(/\r?\n/).filter((line) => line !== "");
  const shown = lines.length > PREVIEW.lines ? lines.slice(0, PREVIEW.lines - 1) : lines;
  const more = lines.length - shown.length;
  return [
    ...shown.map((line) => words.prints(describeText(line))),
    ...(more > 0 ? [words.printsMore(more)] : []),
    ...(lines.length === 0 ? [words.printsEmptyLine] : []),
  ];
}

/** What matters of an error with its stack trace: the line with the message. */
function mainLine(text: string): string {
  return text.split("\n").find((line) => ERROR_LINE.test(line)) ?? text.trimEnd();
}

/** One line, safe to print, and not too long. */
function describeText(text: string): string {
  return harmless(text.length > PREVIEW.characters ? `${text.slice(0, PREVIEW.characters)}…` : text);
}

/** How many bytes, and the first of them. */
function describeBytes(bytes: Buffer): string {
  return `${words.bytes(bytes.length)}  ${previewOf(bytes)}`;
}

/** The first bytes: as text where all are text, else (or if asked for) in hexadecimal. */
export function previewOf(bytes: Buffer, form?: "hex"): string {
  const text = bytes.toString("utf8");
  const isText = Buffer.from(text, "utf8").equals(bytes) && !/[\0-\x08\x0e-\x1f]/.test(text);
  if (isText && form === undefined) return describeText(text);
  const hex = bytes
    .subarray(0, PREVIEW.bytes)
    .toString("hex")
    .replace(/(..)(?=.)/g, "$1 ");
  return hex + (bytes.length > PREVIEW.bytes ? " …" : "");
}
