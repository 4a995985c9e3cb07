// What a program waits for, at which line, and whether anybody awaits it.
import events from "node:events";
import net from "node:net";
import streams from "node:stream/promises";
import { promiseHooks } from "node:v8";
import { idOf, isOwn, replace, tellWait, typeOf } from "./replace.js";
import { lineBehind, lineOfCall, report } from "./report.js";

const { Server, Socket } = net;
const LISTENING = ["on", "once", "addListener", "prependListener", "prependOnceListener"];

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
  if (wait === undefined) return;
  used.delete(wait);
  report({ kind: "over", wait });
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

/** The events that end a loop over on(), if nothing else does. Of a text, Node takes each character for one. */
function closing(/** @type {any} */ options) {
  const { close, signal } = Object(options);
  return signal === undefined ? Array.from(Object(close), String) : undefined;
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
    const ends = name === "on" ? closing(given[2]) : undefined;
    const wait = tellWait(given[0], given[1], name, lineBehind(callee), ends);
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
