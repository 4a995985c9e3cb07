// How blocks of text in the pages come about: what has to be done before what they show can be seen.
import { shortName, steps, type Side } from "../../tutor/course/course.ts";

/** What is typed, and in which terminal. */
export type Command = readonly [terminal: string, command: string];

/** What a reader changes in a file. */
export type Edit = readonly [file: string, from: string | RegExp, to: string];

/** A block that shows what programs print. */
export interface Scene {
  /** The last step whose answers are in the reader's files; by default the step that the block belongs to. */
  readonly solved?: number;
  /** What the reader has changed in them then. */
  readonly edits?: readonly Edit[];
  /** What has been typed before, in this order. */
  readonly before?: readonly Command[];
  /** What is typed between the first command of the block and the next. */
  readonly between?: readonly Command[];
  /** The terminal that a block shows without naming it; by default the second. */
  readonly terminal?: string;
  /** Lines may be left out. */
  readonly shortened?: true;
  /** Two programs print here at once. */
  readonly anyOrder?: true;
  /** The numbers depend on the machine. */
  readonly anyNumbers?: true;
  /** What may stand there as well, as the lesson says. */
  readonly or?: readonly [from: string, to: string | RegExp];
  /** It shows how things are at one moment: look again when they are not there yet. */
  readonly lookAgain?: true;
}

/** A block that shows what the check says to a wrong program: one of those in test/course/programs/mistakes/. */
export interface Feedback {
  readonly wrong: string;
}

/** A block that was recorded by hand, and why no test can do so. */
export interface Recorded {
  readonly byHand: string;
}

export type Origin = Scene | Feedback | Recorded;

export const FIRST = "first terminal";
/** Where a command is typed when a block names no terminal. */
export const SECOND = "second terminal";
export const THIRD = "third terminal";

/** A client that connects, says nothing, and stays. */
export const SILENT = `node -e "require('net').connect(9999, '127.0.0.1')"`;

/** What cannot be tried by a test, since it differs from system to system. */
export const strace: Recorded = { byHand: "needs strace, and names threads and files by numbers" };
export const tcpdump: Recorded = {
  byHand: "needs tcpdump and a privilege, and shows ports, times and sizes",
};
export const buffers: Recorded = {
  byHand: "shows how much fits into the buffers of one system at one moment",
};

/** Looks at the sockets of the lesson's port. */
export function socketsAt(option: string): Command {
  return [THIRD, `ss ${option} | grep -E 'State|:9999'`];
}

/** The server of step `number`, in the first terminal. */
export function server(number: number, options = ""): Command {
  return [FIRST, `npm run server ${number}${options}`];
}

/** The client of step `number`, in the second terminal. */
export function client(number: number): Command {
  return [SECOND, `npm run client ${number}`];
}

/** What the check of step `number` says after `edits`, in part. */
export function checked(number: number, ...edits: Edit[]): Scene {
  return { edits, before: [[SECOND, `npm test ${number}`]], shortened: true };
}

/** The name of the file of one program of step `number`. */
export function fileOf(number: number, side: Side): string {
  return shortName(steps[number - 1]!.programs[side]);
}
