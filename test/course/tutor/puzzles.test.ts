// Messages that puzzle beginners, as TypeScript and Node have printed them: each gets its own sentence, or none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { puzzleIn } from "../../tutor/tell/puzzles.ts";

const MESSAGES = [
  [
    "TS2488: Type 'Promise<any[]>' must have a '[Symbol.iterator]()' method that returns an iterator.",
    "iterable",
  ],
  ["TS2488: Type 'AsyncIterator<any[], any, any>' must have a '[Symbol.iterator]()' method …", "loop"],
  ["on is not a function or its return value is not iterable", "loop"],
  ["once is not a function or its return value is not iterable", "iterable"],
  ["Client failed: object is not iterable (cannot read property Symbol(Symbol.iterator))", "race"],
  [
    "TS2769: No overload matches this call. Argument of type 'void' is not assignable to parameter of type '(...args: any[]) => void'.",
    "handedOn",
  ],
  [
    "TS2769: No overload matches this call. Type 'Socket' is missing the following properties from type 'EventTarget': addEventListener, …",
    "emitter",
  ],
  [
    "TS2345: Argument of type '[Buffer<ArrayBufferLike>]' is not assignable to parameter of type 'AllowSharedBufferSource | undefined'.",
    "array",
  ],
  [
    "TS2740: Type 'any[]' is missing the following properties from type 'Buffer<ArrayBufferLike>': …",
    "array",
  ],
  ["TS2339: Property 'connect' does not exist on type 'typeof Socket'.", "class"],
  ["TS2551: Property 'close' does not exist on type 'Socket'. Did you mean 'closed'?", "noClose"],
  ["TS2305: Module '\"node:net\"' has no exported member 'net'.", "braces"],
  ["TS2551: Property 'remotePorts' does not exist on type 'Socket'. Did you mean 'remotePort'?", undefined],
  ["TS2339: Property 'write' does not exist on type 'Server'.", undefined],
  ["TS2304: Cannot find name 'data'.", undefined],
] as const;

test("each message that puzzles beginners is told apart from the others", () => {
  for (const [message, puzzle] of MESSAGES) assert.equal(puzzleIn(message, false), puzzle, message);
});

test("a socket is not connected yet, or not any more", () => {
  assert.deepEqual(
    [false, true].map((wasConnected) => puzzleIn("Socket is closed", wasConnected)),
    ["notYet", "notAnyMore"],
  );
});
