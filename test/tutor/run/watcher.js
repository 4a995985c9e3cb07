// What a program does with its sockets: which it creates, what it calls, what happens, what it prints, how it ends.
// Everything is handed on unchanged to Node's own functions; only reports are added.
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { idOf, ids, isNew, isOwn, replace, tellWait, typeOf } from "./replace.js";
import { lineBehind, lineInStack, lineOfCall, lineOfOrigin, report } from "./report.js";
import "./waits.js";

const { Server, Socket } = net;
/** Events of a socket or server that tell something. */
const TELLING = new Set(
  "listening connection connect data end close error drain timeout drop finish".split(" "),
);
/** What a program may call. */
const CALLS = {
  server: ["listen", "close"],
  socket: [
    "connect",
    "write",
    "end",
    "destroy",
    "destroySoon",
    "resetAndDestroy",
    "pause",
    "resume",
    "pipe",
    "setEncoding",
  ],
};
/** What a function means that is given to a call: a listener for this event. */
const CALLBACK = new Map([
  ["listen", "listening"],
  ["connect", "connect"],
  ["createServer", "connection"],
  ["Server", "connection"],
  ["createConnection", "connect"],
]);

/** What is handed to a call that takes a port: numbers and texts as they are, of anything else its kind. */
function handed(/** @type {string} */ name, /** @type {any[]} */ given) {
  if (!/^(listen|connect|createConnection)$/.test(name)) return {};
  return { given: given.map((each) => (/^(number|string)$/.test(typeof each) ? each : typeof each)) };
}

// What is created, in whatever way.
for (const name of ["Server", "Socket", "Stream", "createServer", "connect", "createConnection"]) {
  const tell = (/** @type {object} */ object, /** @type {any[]} */ given, /** @type {Function} */ callee) => {
    const line = lineBehind(callee);
    if (!ids.has(object))
      report({ kind: "created", id: idOf(object), type: typeOf(object), line, ...handed(name, given) });
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
  if (event === "connection") {
    const isPaused = Boolean(first.isPaused?.());
    setImmediate(() => report({ kind: "accepted", id: idOf(first), of: idOf(self), isPaused }));
  }
  if (event === "listening") {
    const address = self.address();
    setImmediate(() => report({ kind: "listening", id: idOf(self), address }));
  }
  // What flows comes with the event; where nothing flows, it is fetched with read().
  const isUnheard = self.listenerCount(event) === 0 && self.readableFlowing !== false;
  if (!isNew(`${event} ${isUnheard}`, self)) return;
  const bytes = event === "data" ? { bytes: Buffer.byteLength(first) } : {};
  const halfOpen = event === "end" ? { halfOpen: self.allowHalfOpen } : {};
  report({ kind: "emitted", id: idOf(self), event, isUnheard, ...bytes, ...halfOpen });
}

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
  const own = lineOfCall(callee);
  const line = own || (method === "destroy" ? lineBehind(callee) : 0);
  if (line === 0 || !isNew(`${method} ${line}`)) return;
  const [data] = given;
  const bytes =
    typeof data === "string" || data instanceof Uint8Array ? { bytes: Buffer.byteLength(data) } : {};
  const waiting = self instanceof Socket ? { waiting: self.writableLength } : {};
  const what = { ...bytes, ...waiting, ...handed(method, given), ...(own === 0 && { isIndirect: true }) };
  report({ kind: "called", id: idOf(self), type: typeOf(self), method, line, ...what });
  const event = CALLBACK.get(method);
  if (event !== undefined && given.some((each) => typeof each === "function"))
    tellWait(self, event, "listener", line);
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
replace(process, "emit", (original, self, given) => {
  if (/^SIG/.test(String(given[0]))) report({ kind: "signal", name: given[0] });
  return Reflect.apply(original, self, given);
});
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
