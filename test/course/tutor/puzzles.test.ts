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
  ["RangeError: toString() radix must be between 2 and 36", "oneByte"],
  ["TS2349: This expression is not callable. Type 'string[]' has no call signatures.", "brackets"],
  ["TypeError: Cannot read properties of undefined (reading '_events')", "braced"],
  ["TS2348: Value of type 'typeof EventEmitter' is not callable. Did you mean to include 'new'?", "braced"],
  ["TS18046: 'error' is of type 'unknown'.", "caught"],
  ["TS2339: Property 'message' does not exist on type 'unknown'.", "caught"],
  ["TS2339: Property 'listen' does not exist on type 'typeof import(\"node:net\")'.", "module"],
  ["TypeError: net.listen is not a function", "module"],
  ["TS2339: Property 'connect' does not exist on type 'typeof Socket'.", "class"],
  ["TS2551: Property 'close' does not exist on type 'Socket'. Did you mean 'closed'?", "noClose"],
  ["TS2305: Module '\"node:net\"' has no exported member 'net'.", "braces"],
  ["TS2305: Module '\"node:net\"' has no exported member 'once'.", "braced"],
  ["The requested module 'node:events' does not provide an export named 'net'", undefined],
  ["TS2339: Property 'once' does not exist on type 'typeof import(\"node:events\")'.", undefined],
  ["TS2551: Property 'remotePorts' does not exist on type 'Socket'. Did you mean 'remotePort'?", undefined],
  ["TS2339: Property 'write' does not exist on type 'Server'.", undefined],
  ["TS2304: Cannot find name 'data'.", "unknownName"],
  ["ReferenceError: net is not defined", "unknownName"],
  ["TS2554: Expected 0 arguments, but got 1.", undefined],
  ["TS2345: Argument of type 'string' is not assignable to parameter of type 'number'.", undefined],
] as const;

test("each message that puzzles beginners is told apart from the others", () => {
  for (const [message, puzzle] of MESSAGES) assert.equal(puzzleIn(message, "", false), puzzle, message);
});

test("the line tells apart what the message alone does not", () => {
  const lines = [
    ["TypeError: object is not iterable", 'server.on("connection", async ([socket]) => {', "iterable"],
    ["TS2488: Type 'Socket' must have a …", "(async ([socket]) => {", "iterable"],
    ["TS2488: Type 'string | undefined' must have a …", "const [message] = process.argv[2];", undefined],
    ["object is not iterable", "await Promise.race(once(a), once(b));", "race"],
    ["TS2554: Expected 0 arguments, but got 1.", 'console.log(data.toString("utf8"));', "unpacked"],
    ["TS2345: … 'string' … 'number'.", 'console.log(data.toString("utf8"));', "oneByte"],
    ["TS2345: … 'string' … 'number'.", "socket.connect(PORT, HOST);", undefined],
  ] as const;
  for (const [message, line, puzzle] of lines) assert.equal(puzzleIn(message, line, false), puzzle, message);
});

test("a socket is not connected yet, or not any more", () => {
  assert.deepEqual(
    [false, true].map((wasConnected) => puzzleIn("Socket is closed", "", wasConnected)),
    ["notYet", "notAnyMore"],
  );
});
