// What the probe needs to look over a program's shoulder: functions in the place of Node's own that do the same, and
// numbers for objects and waits.
import net from "node:net";
import { report } from "./report.js";

const { Server, Socket } = net;

/** @type {WeakMap<object, number>} */
export const ids = new WeakMap();
let [objects, waits] = [0, 0];

/** The number of `object`, always the same. */
export function idOf(/** @type {object} */ object) {
  const id = ids.get(object) ?? (objects += 1);
  ids.set(object, id);
  return id;
}

export function typeOf(/** @type {any} */ object) {
  if (object instanceof Server) return "net.Server";
  if (object instanceof Socket) return "net.Socket";
  return object === process ? "process" : String(object?.constructor?.name ?? typeof object);
}

/** Whether it is the program's own: its standard streams are sockets, too. */
export function isOwn(/** @type {object} */ object) {
  return object !== process.stdout && object !== process.stderr;
}

/** After so many of one kind, the next ones tell nothing new. */
const MANY = 50;
/** How often the same has been told of an object: it is forgotten with it. */
const told = new WeakMap();

/** Whether `what` has not been told of `object` many times. */
export function isNew(/** @type {string} */ what, /** @type {object} */ object = told) {
  const times = told.get(object) ?? new Map();
  told.set(object, times.set(what, 1 + (times.get(what) ?? 0)));
  return times.get(what) <= MANY;
}

/**
 * Tells that in `line` something waits for `event` of `emitter`, and which events end a loop. Gives the number of the
 * wait.
 * @type {(emitter: any, event: unknown, way: import("./reports.ts").Way, line: number, ends?: string[]) => number}
 */
export function tellWait(emitter, event, way, line, ends) {
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
      ...(ends && { ends }),
    });
  return waits;
}

/** Puts in the place of `module[name]` a function that does the same, by way of `instead`. */
export function replace(
  /** @type {any} */ module,
  /** @type {string} */ name,
  /** @type {(original: Function, self: any, given: any[], callee: Function) => any} */ instead,
) {
  const original = module[name];
  /** @this {any} */
  const replacement = function (/** @type {any[]} */ ...given) {
    return instead(original, this, given, replacement);
  };
  // Its name, and what else it carries: how promisify() makes a promise of it, for example.
  for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(original)))
    if (key !== "prototype") Object.defineProperty(replacement, key, property);
  for (const key of Object.getOwnPropertySymbols(original))
    Object.defineProperty(replacement, key, Object.getOwnPropertyDescriptor(original, key) ?? {});
  const { enumerable = false } = Object.getOwnPropertyDescriptor(module, name) ?? {};
  Object.defineProperty(module, name, { value: replacement, writable: true, configurable: true, enumerable });
}
