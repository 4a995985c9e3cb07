// Every mistake that a check can find, by its stable name. Each language explains each of them.
import type { Which } from "./closing.ts";
import type { Event } from "../run/transcript.ts";

/** What the drawing and the explanation have to know of a mistake. */
interface Kind {
  /** Which kind of event is wrong: it is marked in the drawing. Without one, what is wrong is that nothing happens. */
  readonly wrong?: Event["kind"];
  /** Whether it shows that something has not happened, and may never happen: where the program waits says more. */
  readonly inVain?: boolean;
  /** Whether it shows that a connection was closed, and what of that counts: see closing.ts. */
  readonly closes?: Which;
  /** Whether it shows that a program goes on: what is still open says why, or only a timer does. */
  readonly isOpen?: true | "timer";
  /** Whether the explanation is about what the program says on stderr: then that is not quoted below it once more. */
  readonly explainsErrors?: boolean;
}

const kinds = {
  // Any step
  "type-error": { explainsErrors: true },
  "missing-file": { wrong: "exit" },
  "not-a-file": {},
  "unreadable-file": {},
  "too-large-file": {},
  "utf-16-file": {},
  "broken-settings": {},
  "foreign-quotes": { wrong: "exit", explainsErrors: true },
  "does-not-parse": { wrong: "exit", explainsErrors: true },
  "imports-own-file": {},
  "missing-module": { wrong: "exit", explainsErrors: true },
  crashed: { wrong: "exit", explainsErrors: true },
  "awaits-forever": { inVain: true, wrong: "exit", explainsErrors: true, closes: "cut" },
  "floods-output": { wrong: "flood", explainsErrors: true },
  "floods-connection": { wrong: "flood", explainsErrors: true },
  "fills-memory": { wrong: "flood", explainsErrors: true },
  "never-stops-computing": {},
  "check-broken": {},
  "not-started": {},
  "own-error": { wrong: "print", explainsErrors: true },
  "waits-in-vain": {},
  "event-has-been": {},
  "taken-before": {},
  "loop-goes-on": {},
  "loop-ends-early": {},
  "other-object": {},
  "nobody-asked": {},
  "never-reached": {},
  "stays-paused": {},
  "held-by-readable": {},
  "not-called": { explainsErrors: true },
  "not-thrown": { explainsErrors: true },
  "not-awaited": { explainsErrors: true },
  "awaits-no-promise": {},
  "stuck-together": { inVain: true },
  "prints-nothing": {},
  "prints-on-stderr": { wrong: "print", explainsErrors: true },
  "never-ends": { inVain: true, isOpen: true },
  "exits-with-failure": { wrong: "exit", closes: "loop" },
  "hard-coded-port": {},

  // 01
  "creates-no-socket": { wrong: "exit" },
  "creates-other-socket": { wrong: "exit" },
  "listens-too-early": {},
  "connects-too-early": {},

  // 02
  "never-listens": { inVain: true },
  "closes-listener-at-once": {},
  "ends-at-once": { closes: "first" },
  "swaps-host-and-port": {},
  "text-for-port": {},
  "wrong-address": {},
  "prints-no-port": { inVain: true },
  "prints-when-connected": { inVain: true, wrong: "print" },
  "prints-placeholders": { wrong: "print", explainsErrors: true },
  "prints-before-listening": { wrong: "print" },

  // 03
  "never-connects": { inVain: true },
  "closes-socket-at-once": {},
  "connects-elsewhere": {},
  "prints-before-connecting": { wrong: "print" },
  "accepts-nobody": { inVain: true },
  "prints-own-address": { wrong: "print" },
  "prints-undefined": { wrong: "print" },
  "misspells-property": { wrong: "print" },
  "names-no-client": { wrong: "print" },

  // 04
  "sends-nothing": { inVain: true },
  "adds-newline": { wrong: "data" },
  "adds-bytes": { wrong: "data" },
  "ignores-argument": { wrong: "data" },
  "takes-file-for-message": { wrong: "data" },
  "wrong-encoding": { wrong: "data" },
  "sends-wrong-bytes": { wrong: "data" },
  "tells-not-what-it-sent": { inVain: true },
  "receives-nothing": { inVain: true },
  "prints-function": { wrong: "print" },
  "prints-raw-buffer": { wrong: "print" },
  "garbles-text": { wrong: "print" },
  "prints-other-text": { inVain: true, wrong: "print" },

  // 05
  "no-echo": { inVain: true, closes: "cut" },
  "decoded-echo": { wrong: "data" },
  "partial-echo": { wrong: "data" },
  "changed-echo": { wrong: "data" },
  "prints-no-reply": { inVain: true },
  "prints-what-it-sent": { wrong: "print" },
  "prints-other-reply": { inVain: true, wrong: "print" },

  // 06
  "never-closes-connection": { inVain: true },
  "resets-connection": { wrong: "reset", closes: "last" },
  "loses-echo": { wrong: "end", closes: "last" },
  "closes-before-reply": { wrong: "end", closes: "first" },
  "never-closes-listener": { inVain: true },

  // 07
  "hangs-on-error": { inVain: true, explainsErrors: true, isOpen: "timer" },
  "crashes-on-error": { wrong: "exit", explainsErrors: true },
  "ignores-error": { wrong: "exit", explainsErrors: true },
  "wrong-exit-code": { wrong: "exit" },
  "silent-on-error": { wrong: "exit", explainsErrors: true },
  "wordy-error": { wrong: "print", explainsErrors: true },
  "error-without-place": { wrong: "print", explainsErrors: true },
  "reports-undefined": { wrong: "print", explainsErrors: true },
  "reports-but-hangs": { inVain: true, explainsErrors: true, isOpen: true },
  "hangs-on-silent-client": { inVain: true },
  "takes-end-for-data": { wrong: "print" },

  // 08
  "echoes-first-piece": { inVain: true, wrong: "data", closes: "first" },
  "ends-before-client": { closes: "first" },
  "echoes-at-the-end": {},
  "stops-echoing": { inVain: true },
  "takes-silence-for-end": { wrong: "end" },
  "loses-rest-of-echo": { wrong: "end", closes: "last" },
  "splits-characters": { wrong: "print" },
  "forgets-cut-character": { wrong: "print" },
  "prints-first-piece": { wrong: "print" },
  "loses-reply": { inVain: true, wrong: "end", closes: "cut" },
  "rejects-right-reply": { wrong: "exit" },
  "waits-for-the-rest": { inVain: true, explainsErrors: true },
  "never-half-closes": { inVain: true },

  // 09
  "ends-after-first-client": { inVain: true },
  "keeps-open-unasked": {},
  "leaks-listeners": {},
  "one-at-a-time": { inVain: true },
  "turns-clients-away": { wrong: "end", closes: "away" },
  "mixes-up-clients": { wrong: "data" },
  "one-client-ends-all": { inVain: true },
  "hides-failing-client": {},
  "names-wrong-client": { wrong: "print" },
  "mixes-up-texts": { wrong: "print" },
  "dies-at-signal": { wrong: "exit" },
  "accepts-after-signal": {},
  "cuts-off-clients": { wrong: "end", closes: "signal" },
  "ignores-second-signal": {},

  // 10
  "buffers-without-limit": {},
  "never-goes-on": { inVain: true },
  "drops-bytes": { wrong: "end", closes: "cut" },
  "holds-all-back": { inVain: true },

  // 11
  "never-times-out": {},
  "times-out-in-use": { wrong: "end" },
  "turns-nobody-away": {},
  "turns-away-too-soon": { wrong: "end" },
  "turns-away-silently": {},
  "stays-full": {},
  "obeys-control-characters": { wrong: "print" },
  "prints-disguises": { wrong: "print" },
  "prints-foreign-lines": { wrong: "print" },
  "shows-undefined": { wrong: "print" },
  "hides-control-characters": { wrong: "print" },
  "keeps-silent-connection": {},
  "counts-no-bytes": {},
  "logs-everything": { wrong: "print" },
  "accepts-nonsense": {},
  "misses-message": {},
  "gives-up-too-soon": {},
  "does-not-help": { wrong: "exit" },
} as const satisfies { [name: string]: Kind };

/** The stable name of a mistake. */
export type MistakeName = keyof typeof kinds;

/** All mistakes. */
export const mistakes: Readonly<Record<MistakeName, Kind>> = kinds;
