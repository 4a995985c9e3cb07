// Messages of Node's and of TypeScript's that puzzle beginners: what they mean here is in the words of each language.
import { AFTER_END } from "../judge/closing.ts";
import type { english } from "./words.en.ts";

type Puzzle = keyof typeof english.puzzles;

const SOCKET_CLOSED = /Socket is closed|ERR_SOCKET_CLOSED/;

const PUZZLES = [
  { name: "cast", message: /^TS2352\b/ },
  {
    name: "address",
    message: /address\(\.\.\.\)' as it is null|of null \(reading '(port|address|family)'\)/,
  },
  {
    name: "loop",
    message: /^TS2488\b.*AsyncItera(tor|ble)|\bon is not a function or its return value is not iterable/,
  },
  { name: "race", message: /(^|: |"|\s)object is not iterable/ },
  { name: "iterable", message: /is not iterable|^TS2488\b.*Promise</ },
  { name: "handedOn", message: /^TS2769\b.*["']void["']/ },
  { name: "emitter", message: /^TS\d+\b.*["']EventTarget["']/ },
  {
    name: "array",
    message:
      /^TS(2345|2740|2769)\b.*["'](any\[\]|\[Buffer[^"']*\])["']|instance of (Array|SharedArrayBuffer)/,
  },
  { name: "class", message: /^TS2339\b.*["'](typeof |\{ \()/ },
  {
    name: "noClose",
    message: /^TS(2339|2551)\b.*["']close["'].*["']Socket["']|\bsocket\.close is not a function/,
  },
  { name: "braces", message: /^TS2305\b.*node:net|does not provide an export named 'net'/ },
  { name: "named", message: /Received function \w+/ },
  { name: "notYet", message: SOCKET_CLOSED },
  { name: "ended", message: AFTER_END },
  { name: "listening", message: /ERR_SERVER_ALREADY_LISTEN/ },
  { name: "premature", message: /Premature close|ERR_STREAM_PREMATURE_CLOSE/ },
  { name: "aborted", message: /The operation was aborted/ },
] as const satisfies readonly { name: Puzzle; message: RegExp }[];

/** The first of them that is in what was `said`, if one is. A socket may not be connected yet, or not any more. */
export function puzzleIn(said: string, wasConnected: boolean): Puzzle | undefined {
  const name = PUZZLES.find(({ message }) => message.test(said))?.name;
  return name === "notYet" && wasConnected ? "notAnyMore" : name;
}
