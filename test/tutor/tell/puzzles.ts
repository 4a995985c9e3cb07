// Messages of Node's and of TypeScript's that puzzle beginners: what they mean here is in the words of each language.
import { AFTER_END } from "../judge/closing.ts";
import type { english } from "./words.en.ts";

type Puzzle = keyof typeof english.puzzles;

const SOCKET_CLOSED = /Socket is closed|ERR_SOCKET_CLOSED/;

interface Puzzling {
  readonly name: Puzzle;
  readonly message: RegExp;
  /** What the line has to look like, where the message alone may mean something else. */
  readonly code?: RegExp;
}

const PUZZLES: readonly Puzzling[] = [
  { name: "cast", message: /^TS2352\b/ },
  {
    name: "address",
    message: /address\(\.\.\.\)' as it is null|of null \(reading '(port|address|family)'\)/,
  },
  {
    name: "loop",
    message: /^TS2488\b.*AsyncItera(tor|ble)|\bon is not a function or its return value is not iterable/,
  },
  { name: "race", message: /(^|: |"|\s)object is not iterable/, code: /\bPromise\.\w+\(/ },
  { name: "iterable", message: /once is not a function|^TS2488\b.*Promise</ },
  { name: "iterable", message: /is not iterable|^TS2488\b/, code: /\bonce\b|\bon\(|=>/ },
  { name: "handedOn", message: /^TS2769\b.*["']void["']/ },
  { name: "emitter", message: /^TS\d+\b.*["']EventTarget["']/ },
  {
    name: "array",
    message:
      /^TS(2345|2740|2769)\b.*["'](any\[\]|\[Buffer[^"']*\])["']|instance of (Array|SharedArrayBuffer)/,
  },
  { name: "unpacked", message: /^TS2554\b/, code: /\.toString\(/ },
  { name: "oneByte", message: /^TS2345\b.*["']number["']/, code: /\.toString\(["']/ },
  { name: "oneByte", message: /^TS18048\b/, code: /\(\[\w+\]\) *=>/ },
  { name: "oneByte", message: /\bradix (argument )?must be/ },
  { name: "brackets", message: /^TS2349\b.*\[\]["']|\bargv is not a function/ },
  { name: "braced", message: /^TS2348\b.*EventEmitter|reading '_events'/ },
  { name: "caught", message: /^TS18046\b|^TS2339\b.*["']unknown["']/ },
  { name: "unknownName", message: /^TS(2304|2552)\b|\bReferenceError: (?!require\b)\w+ is not defined/ },
  { name: "module", message: /^TS2339\b.*typeof import\(["']node:net|\bnet\.\w+ is not a function/ },
  { name: "class", message: /^TS2339\b.*["'](typeof (Socket|Server)\b|\{ \()/ },
  {
    name: "noClose",
    message: /^TS(2339|2551)\b.*["']close["'].*["']Socket["']|\bsocket\.close is not a function/,
  },
  {
    name: "braced",
    message: /^TS2305\b.*["'](once|on)["']|node:net' does not provide an export named '(once|on)'/,
  },
  {
    name: "braces",
    message: /^TS2305\b.*node:net.*["']net["']|node:net' does not provide an export named 'net'/,
  },
  { name: "named", message: /Received function \w+/ },
  { name: "notYet", message: SOCKET_CLOSED },
  { name: "ended", message: AFTER_END },
  { name: "listening", message: /ERR_SERVER_ALREADY_LISTEN/ },
  { name: "premature", message: /Premature close|ERR_STREAM_PREMATURE_CLOSE/ },
  { name: "aborted", message: /The operation was aborted/ },
];

/**
 * The first of them that is in what was `said` of a line with `text`, if one is. A socket may not be connected yet, or not
 * any more.
 */
export function puzzleIn(said: string, text: string, wasConnected: boolean): Puzzle | undefined {
  const name = PUZZLES.find(({ message, code }) => message.test(said) && (code?.test(text) ?? true))?.name;
  return name === "notYet" && wasConnected ? "notAnyMore" : name;
}
