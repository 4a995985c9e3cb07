// What a program does with its sockets: which it creates, what it waits for and where, what it calls, what happens.
// Everything is handed on unchanged to Node's own functions; only reports are added.
import events from "node:events";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import streams from "node:stream/promises";
import { promiseHooks } from "node:v8";
import { lineBehind, lineInStack, lineOfCall, lineOfOrigin, report } from "./report.js";

const { Server, Socket } = net;
/** Events of a socket or server that tell something. After so many of one kind, the next ones tell nothing new. */
const TELLING = new Set(
  "listening connection connect data end close error drain timeout drop finish".split(" "),
);
const MANY = 50;
/** What a program may call. */
const CALLS = {
  server: ["listen", "close"],
  socket: ["connect", "write", "end", "destroy", "resetAndDestroy", "pause", "resume", "pipe", "setEncoding"],
};
const LISTENING = ["on", "once", "addListener", "prependListener", "prependOnceListener"];
/** What a function means that is given to a call: a listener for this event. */
const CALLBACK = new Map([
  ["listen", "listening"],
  ["connect", "connect"],
  ["createServer", "connection"],
  ["Server", "connection"],
  ["createConnection", "connect"],
]);

/** @type {WeakMap<object, number>} */
const ids = new WeakMap();
let [objects, waits] = [0, 0];

/** The number of `object`, always the same. */
function idOf(/** @type {object} */ object) {
  const id = ids.get(object) ?? (objects += 1);
  ids.set(object, id);
  return id;
}

function typeOf(/** @type {any} */ object) {
  if (object instanceof Server) return "net.Server";
  if (object instanceof Socket) return "net.Socket";
  return object === process ? "process" : String(object?.constructor?.name ?? typeof object);
}

/** Whether it is the program's own: its standard streams are sockets, too. */
function isOwn(/** @type {object} */ object) {
  return object !== process.stdout && object !== process.stderr;
}

/** How often the same has been told. */
const told = new Map();
function isNew(/** @type {string} */ what) {
  const times = 1 + (told.get(what) ?? 0);
  told.set(what, times);
  return times <= MANY;
}

/** @type {(emitter: any, event: unknown, way: import("./reports.ts").Way, line: number) => number} */
function tellWait(emitter, event, way, line) {
  waits += 1;
  const object = Object(emitter);
  if (isNew(`${way} ${String(event)} ${line}`))
    report({
      kind: "wait",
      wait: waits,
      id: idOf(object),
      type: typeOf(emitter),
      event: String(event),
      way,
      line,
    });
  return waits;
}

/** @type {WeakMap<object, number>} */
const promised = new WeakMap();

/** Notes that `promise` is what the wait of this number gives. */
function track(/** @type {any} */ promise, /** @type {number} */ wait) {
  promised.set(promise, wait);
  return promise;
}

// Whatever is done with a promise, await included, makes another one, whose parent it is.
/** @type {Set<number>} */
const used = new Set();
promiseHooks.onInit((_, parent) => {
  const wait = parent && promised.get(parent);
  if (wait === undefined || used.has(wait)) return;
  used.add(wait);
  report({ kind: "used", wait });
});
promiseHooks.onSettled((promise) => {
  const wait = promised.get(promise);
  if (wait !== undefined) report({ kind: "over", wait });
});

/** Tells when the loop over `iterator` is left. */
function trackLoop(/** @type {any} */ iterator, /** @type {number} */ wait) {
  for (const name of ["return", "throw"])
    if (typeof iterator[name] === "function")
      replace(iterator, name, (original, self, given) => {
        report({ kind: "over", wait });
        return Reflect.apply(original, self, given);
      });
  return iterator;
}

/** Puts in the place of `module[name]` a function that does the same, after `before` or with what `after` makes of it. */
function replace(
  /** @type {any} */ module,
  /** @type {string} */ name,
  /** @type {(original: Function, self: any, given: any[], callee: Function) => any} */ instead,
) {
  const original = module[name];
  /** @this {any} */
  const replacement = function (/** @type {any[]} */ ...given) {
    return instead(original, this, given, replacement);
  };
  for (const property of ["name", "length"])
    Object.defineProperty(replacement, property, { value: original[property], configurable: true });
  const { enumerable = false } = Object.getOwnPropertyDescriptor(module, name) ?? {};
  Object.defineProperty(module, name, { value: replacement, writable: true, configurable: true, enumerable });
}

// What is created, in whatever way.
for (const name of ["Server", "Socket", "Stream", "createServer", "connect", "createConnection"]) {
  const tell = (/** @type {object} */ object, /** @type {any[]} */ given, /** @type {Function} */ callee) => {
    const line = lineBehind(callee);
    if (!ids.has(object)) report({ kind: "created", id: idOf(object), type: typeOf(object), line });
    const event = CALLBACK.get(name);
    if (event !== undefined && given.some((each) => typeof each === "function") && line > 0)
      tellWait(object, event, "listener", line);
    return object;
  };
  const module = /** @type {any} */ (net);
  /** @type {Required<Pick<ProxyHandler<Function>, "apply" | "construct">>} */
  const handler = {
    apply: (original, self, given) => tell(Reflect.apply(original, self, given), given, handler.apply),
    construct: (original, given, newTarget) =>
      tell(Reflect.construct(original, given, newTarget), given, handler.construct),
  };
  module[name] = new Proxy(module[name], handler);
}

// What happens.
for (const { prototype } of [Server, Socket])
  replace(prototype, "emit", (original, self, given) => {
    const [event, first] = given;
    if (TELLING.has(event) && isOwn(self)) tellEmitted(self, event, first);
    return Reflect.apply(original, self, given);
  });

function tellEmitted(/** @type {any} */ self, /** @type {string} */ event, /** @type {any} */ first) {
  // When the program has done at once what it does at once.
  if (event === "connection")
    setImmediate(() => report({ kind: "accepted", id: idOf(first), of: idOf(self) }));
  if (event === "listening") {
    const address = self.address();
    setImmediate(() => report({ kind: "listening", id: idOf(self), address }));
  }
  if (!isNew(`${idOf(self)} ${event}`)) return;
  const bytes = event === "data" ? { bytes: Buffer.byteLength(first) } : {};
  report({ kind: "emitted", id: idOf(self), event, ...bytes });
}

// What is waited for.
for (const { prototype } of [Server, Socket])
  for (const name of LISTENING)
    replace(prototype, name, (original, self, given, callee) => {
      const line = isOwn(self) ? lineOfCall(callee) : 0;
      if (line > 0) tellWait(self, given[0], "listener", line);
      return Reflect.apply(original, self, given);
    });
// A loop over the socket itself.
for (const name of /** @type {any[]} */ ([Symbol.asyncIterator, "iterator"]))
  replace(Socket.prototype, name, (original, self, given, callee) => {
    const line = isOwn(self) ? lineOfCall(callee) : 0;
    const iterator = Reflect.apply(original, self, given);
    return line > 0 ? trackLoop(iterator, tellWait(self, "data", "on", line)) : iterator;
  });
for (const name of /** @type {const} */ (["once", "on"]))
  replace(events, name, (original, self, given, callee) => {
    const wait = tellWait(given[0], given[1], name, lineBehind(callee));
    const result = Reflect.apply(original, self, given);
    return name === "once" ? track(result, wait) : trackLoop(result, wait);
  });
for (const name of /** @type {const} */ (["pipeline", "finished"]))
  replace(streams, name, (original, self, given, callee) => {
    const wait = tellWait(given[0], name, name, lineBehind(callee));
    return track(Reflect.apply(original, self, given), wait);
  });
for (const name of ["race", "any", "all", "allSettled"])
  replace(Promise, name, (original, self, given, callee) => {
    const line = lineOfCall(callee);
    const result = Reflect.apply(original, self, given);
    if (line === 0) return result;
    const wait = tellWait(undefined, `Promise.${name}`, "combined", line);
    const parts = Array.isArray(given[0]) ? given[0] : [];
    report({ kind: "combines", wait, parts: parts.flatMap((part) => promised.get(Object(part)) ?? []) });
    return track(result, wait);
  });

// What is called.
for (const [{ prototype }, names] of /** @type {const} */ ([
  [Server, CALLS.server],
  [Socket, CALLS.socket],
]))
  for (const name of names)
    replace(prototype, name, (original, self, given, callee) => {
      if (isOwn(self)) tellCall(self, name, given, callee);
      return Reflect.apply(original, self, given);
    });

function tellCall(
  /** @type {any} */ self,
  /** @type {string} */ method,
  /** @type {any[]} */ given,
  /** @type {Function} */ callee,
) {
  // A loop over a socket destroys it at its end, although nobody says so there.
  if (method === "destroy" && self.destroyed) return; // It does nothing.
  const line = lineOfCall(callee) || (method === "destroy" ? lineBehind(callee) : 0);
  if (line === 0 || !isNew(`${method} ${line}`)) return;
  const [data] = given;
  const bytes =
    typeof data === "string" || data instanceof Uint8Array ? { bytes: Buffer.byteLength(data) } : {};
  const waiting = self instanceof Socket ? { waiting: self.writableLength } : {};
  report({ kind: "called", id: idOf(self), type: typeOf(self), method, line, ...bytes, ...waiting });
  const event = CALLBACK.get(method);
  if (event !== undefined && given.some((each) => typeof each === "function"))
    tellWait(self, event, "listener", line);
}

// `await server.listen()`: what is no promise is asked whether it is one.
for (const { prototype } of [Server, Socket]) {
  /** @this {any} */
  const get = function () {
    const line = lineOfCall(get);
    if (line > 0 && isOwn(this)) report({ kind: "awaited", id: idOf(this), type: typeOf(this), line });
    return undefined;
  };
  /** @this {any} */
  const set = function (/** @type {unknown} */ value) {
    Object.defineProperty(this, "then", { value, writable: true, configurable: true, enumerable: true });
  };
  Object.defineProperty(prototype, "then", { get, set, configurable: true });
}

// What is printed.
for (const [stream, names] of /** @type {const} */ ([
  ["stdout", ["log", "info", "debug", "dir", "table"]],
  ["stderr", ["error", "warn"]],
])) {
  const tellPrint = (/** @type {Function} */ callee) => {
    const line = lineOfCall(callee);
    if (line === 0 || !isNew(`prints ${line}`)) return;
    const { bytesWritten = 0 } = /** @type {{ bytesWritten?: number }} */ (process[stream]);
    // A function that reports errors is called from where they are caught.
    const origin = stream === "stderr" ? lineOfOrigin(callee) : line;
    report({ kind: "prints", stream, line, origin, from: bytesWritten });
  };
  for (const [module, name] of [...names.map((each) => [console, each]), [process[stream], "write"]])
    replace(module, /** @type {string} */ (name), (original, self, given, callee) => {
      tellPrint(callee);
      return Reflect.apply(original, self, given);
    });
}

// How it ends.
replace(process, "exit", (original, self, given, callee) => {
  const line = lineOfCall(callee);
  if (line > 0) report({ kind: "exits", line });
  return Reflect.apply(original, self, given);
});
process.on("uncaughtExceptionMonitor", (error) => {
  const { name = "", message = String(error), stack } = Object(error);
  report({ kind: "uncaught", name: String(name), message: String(message), line: lineInStack(stack) });
});

syncBuiltinESMExports();
