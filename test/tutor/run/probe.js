// Loaded into a learner's program before it starts: reports, on file descriptor 3, what goes on inside of it, and that
// it is alive, or at rest. None of that can be seen from outside: a socket that nobody has bound or connected yet is
// unknown to the operating system. What the program does stays the same. (Plain JavaScript: it loads faster.)
import net from "node:net";
import { performance } from "node:perf_hooks";
import timers from "node:timers";
import timersPromises from "node:timers/promises";
import { replace } from "./replace.js";
import { file, isEarly, isObserved, lineOfCall, report } from "./report.js";

/** How often, in milliseconds, it is looked whether the program rests, and how often it tells that it is alive. */
const [LOOKING, ALIVE] = [20, 200];
/** More activity in such a time, in milliseconds, is more than this file's own. */
const ACTIVITY = 4;
/** A look that comes later than this was kept waiting: what happened meanwhile is not known. */
const LATE = 3 * LOOKING;
/**
 * What a program may have open or under way while it waits for the other side: sockets, pipes, and what it has written
 * or ended that the other side has not taken yet. Anything else, such as a timer or a look-up, will make it act.
 */
const PASSIVE = /^(TCPServerWrap|TCPSocketWrap|PipeWrap|TTYWrap|SignalWrap|\w*WriteWrap|ShutdownWrap)$/;
/** A timer that is due later than this, in milliseconds, does not count: nobody waits for so long. */
const SOON = 8_000;

let utilization = performance.eventLoopUtilization();
let [looks, lastLook, lastAlive, memory] = [0, performance.now(), 0, 0];
let [hadTimer, hadProcesses] = [false, false];

/**
 * When timers are due that do not keep the program running: those stand in none of Node's lists.
 * @type {Map<any, number>}
 */
const due = new Map();

/**
 * Those of setInterval() that fire so seldom, in milliseconds. In a program that has no socket, and waits for nothing
 * else, they only keep it running: it does nothing that a check could wait for.
 * @type {Set<any>}
 */
const slow = new Set();
const SLOW = 1_000;

/** How many of those there are. */
function onlyTicks() {
  for (const timer of slow) if (timer._destroyed) slow.delete(timer);
  return [...slow].filter((timer) => timer.hasRef()).length;
}

/** Notes when `timer`, of whatever kind, is due, in milliseconds from now; without a time, that it is not any more. */
function expect(/** @type {object} */ timer, /** @type {number | undefined} */ milliseconds) {
  if (milliseconds === undefined) due.delete(timer);
  else {
    due.set(timer, performance.now() + milliseconds);
    if (milliseconds < SOON) tellTimer();
  }
}

/** Tells that a timer is set. A look may come too late for one that is short. */
function tellTimer() {
  if (!hadTimer) report({ kind: "timer", isPending: true });
  hadTimer = true;
}

/** Whether a timer will fire soon. Those that are over are forgotten. */
function expectsTimer(/** @type {number} */ now) {
  let soon = false;
  for (const [timer, at] of due) {
    // One of setInterval() goes on until it is cleared.
    const isOver = timer._repeat ? timer._destroyed : timer._destroyed || timer.destroyed || at < now - LATE;
    if (isOver) due.delete(timer);
    else if (timer._repeat || at < now + SOON) soon = true;
  }
  return soon;
}

if (isObserved) {
  // What runs may be a copy without types. The program knows itself by the name that its author knows.
  if (file) process.argv[1] = file;
  // The standard streams are sockets, too, when they are pipes. Create them now, so that they are not counted.
  void [process.stdout, process.stderr];

  // Timers that are not referenced: setTimeout() of a socket, which begins again whenever something happens there,
  // unref(), AbortSignal.timeout().
  const { Socket } = net;
  const { setTimeout: setSocketTimeout, _unrefTimer: beginAgain } = /** @type {any} */ (Socket.prototype);
  Object.assign(Socket.prototype, {
    /** @this {net.Socket} */
    setTimeout(/** @type {number} */ milliseconds, /** @type {any[]} */ ...rest) {
      expect(this, milliseconds > 0 ? milliseconds : undefined);
      return setSocketTimeout.call(this, milliseconds, ...rest);
    },
    /** @this {net.Socket} */
    _unrefTimer() {
      if (this.timeout) expect(this, this.timeout);
      return beginAgain.call(this);
    },
  });
  const looking = setInterval(look, LOOKING).unref();
  for (const module of [globalThis, timers])
    replace(module, "setInterval", (original, self, given) => {
      const timer = Reflect.apply(original, self, given);
      if (timer._repeat >= SLOW) slow.add(timer);
      return timer;
    });
  for (const module of [globalThis, timers, timersPromises])
    replace(module, "setTimeout", (original, self, given, callee) => {
      if (lineOfCall(callee) > 0) tellTimer();
      return Reflect.apply(original, self, given);
    });
  // One is made to see what they are, and gone at once: a look must not find it.
  const timer = setTimeout(() => undefined, 0);
  clearTimeout(timer);
  /** @type {any} */
  const Timeout = Object.getPrototypeOf(timer);
  const { ref, unref, refresh } = Timeout;
  Object.assign(Timeout, {
    /** @this {any} */
    unref() {
      expect(this, this._idleTimeout);
      return unref.call(this);
    },
    ref() {
      expect(this, undefined);
      return ref.call(this);
    },
    /** @this {any} */
    refresh() {
      if (due.has(this)) expect(this, this._idleTimeout);
      return refresh.call(this);
    },
  });
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (milliseconds) => {
    const signal = timeout.call(AbortSignal, milliseconds);
    expect(signal, milliseconds);
    return signal;
  };
  await import("./watcher.js");
  if (isEarly) {
    await import("./gate.js");
    [lastLook, utilization] = [performance.now(), performance.eventLoopUtilization()];
    looking.refresh();
  }
  report({ kind: "loaded" });
}

/** How much the socket still has to send that has most to send. */
function unsent() {
  const sockets = /** @type {any} */ (process)
    ._getActiveHandles()
    .filter((/** @type {any} */ handle) => handle.writableLength);
  return Math.max(0, ...sockets.map((/** @type {net.Socket} */ { writableLength }) => writableLength));
}

function look() {
  const now = performance.now();
  const between = now - lastLook;
  const { active } = performance.eventLoopUtilization(utilization);
  utilization = performance.eventLoopUtilization();
  lastLook = now;
  looks += 1;
  const resources = process.getActiveResourcesInfo();
  const count = (/** @type {string} */ wanted) => resources.filter((name) => name === wanted).length;
  const hasTimer =
    expectsTimer(now) || count("Timeout") > (resources.some((name) => /^TCP/.test(name)) ? 0 : onlyTicks());
  if (hasTimer !== hadTimer) report({ kind: "timer", isPending: hasTimer });
  hadTimer = hasTimer;
  const isPassive = !hasTimer && resources.every((name) => name === "Timeout" || PASSIVE.test(name));
  if (isPassive && between < LATE && active < ACTIVITY) report({ kind: "rest", look: looks });
  // A loop that never ends keeps timers from running, and every other event, too: then this falls silent.
  const processes = count("ProcessWrap");
  const startsFirst = processes > 0 && !hadProcesses;
  hadProcesses ||= processes > 0;
  if (now - lastAlive < ALIVE && !startsFirst) return;
  lastAlive = now;
  try {
    memory = process.memoryUsage.rss();
  } catch {
    // On Linux the number is read from a file. With no descriptor left, the last one has to do.
  }
  report({ kind: "alive", memory, unsent: unsent(), connections: count("TCPSocketWrap"), processes });
}
