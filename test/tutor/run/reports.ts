// What the probe reports of a program.
import type { AddressInfo } from "node:net";

/** A kind of object that matters on the wire, or the name of its class if it is another. */
export type Kind = "net.Server" | "net.Socket" | (string & {});

/** How a program waits for an event, or for what else. */
export type Way = "once" | "on" | "listener" | "pipeline" | "finished" | "combined";

/** Lines are those of the program's file, from 1; 0 where none of its lines was on the way. */
export type Report =
  | { readonly kind: "loaded" }
  /** Nothing in the program could make it act since the look before. Looks are numbered, and not all find it at rest. */
  | { readonly kind: "rest"; readonly look: number }
  /** Whether a timer will make it act. Told when that changes. */
  | { readonly kind: "timer"; readonly isPending: boolean }
  /**
   * Memory is what it takes, resident, in bytes, and unsent what the socket still has to send that has most to send;
   * processes are those that it has started.
   */
  | {
      readonly kind: "alive";
      readonly memory: number;
      readonly unsent: number;
      readonly connections: number;
      readonly processes: number;
    }
  | {
      readonly kind: "created";
      readonly id: number;
      readonly type: Kind;
      readonly line: number;
      readonly given?: readonly (string | number)[];
    }
  /** A connection that was accepted by the server `of`, and whether it was paused then. */
  | { readonly kind: "accepted"; readonly id: number; readonly of: number; readonly isPaused: boolean }
  | { readonly kind: "listening"; readonly id: number; readonly address: AddressInfo | string | null }
  | {
      readonly kind: "wait";
      readonly wait: number;
      readonly id: number;
      readonly type: Kind;
      readonly event: string;
      readonly way: Way;
      readonly line: number;
      /** The events that end a loop over on(). */
      readonly ends?: readonly string[];
    }
  /** Somebody awaits what the wait promises, or has done something else with it. */
  | { readonly kind: "used"; readonly wait: number }
  /** It is settled, or the loop over it was left. */
  | { readonly kind: "over"; readonly wait: number }
  /** Promise.race() and its like: a wait for others. */
  | { readonly kind: "combines"; readonly wait: number; readonly parts: readonly number[] }
  | {
      readonly kind: "emitted";
      readonly id: number;
      readonly event: string;
      /** Whether nobody listened. */
      readonly isUnheard: boolean;
      readonly bytes?: number;
      /** Whether a socket may go on sending when the other side has ended. */
      readonly halfOpen?: boolean;
    }
  | {
      readonly kind: "called";
      readonly id: number;
      readonly type: Kind;
      readonly method: string;
      readonly line: number;
      readonly bytes?: number;
      /** Whether Node has called it on account of that line: of a loop at its end, or of a write that failed. */
      readonly isIndirect?: boolean;
      /** How many bytes the socket still had to send. */
      readonly waiting?: number;
      /** What was handed to a call that takes a port: numbers and texts as they are, of anything else its kind. */
      readonly given?: readonly (string | number)[];
    }
  /** `await` was used on something that is no promise. */
  | { readonly kind: "awaited"; readonly id: number; readonly type: Kind; readonly line: number }
  /**
   * It prints in this line; before that, it had printed so many bytes on that stream. The origin is the line from which
   * the function was called that prints.
   */
  | {
      readonly kind: "prints";
      readonly stream: "stdout" | "stderr";
      readonly line: number;
      readonly origin: number;
      readonly from: number;
    }
  /** It has caught a signal. */
  | { readonly kind: "signal"; readonly name: string }
  | { readonly kind: "exits"; readonly line: number }
  | { readonly kind: "uncaught"; readonly name: string; readonly message: string; readonly line: number };

/** A report, with how many bytes the program had printed on stdout by then. */
export type TimedReport = Report & { readonly printed: number };

/** The reports in `text`, which may end in the middle of one. Gives the rest, too. What is no report is left out. */
export function readReports(text: string): { reports: TimedReport[]; rest: string } {
  const lines = text.split("\n");
  const rest = lines.pop() ?? "";
  const reports = lines.flatMap((line) => {
    try {
      const report = JSON.parse(line) as TimedReport | null;
      return typeof report?.kind === "string" ? [report] : [];
    } catch {
      return []; // The program itself has written to the probe's descriptor.
    }
  });
  return { reports, rest };
}

/** Those of `reports` that are of one kind. */
export function ofKind<Kind extends Report["kind"]>(
  reports: readonly TimedReport[],
  kind: Kind,
): Extract<TimedReport, { kind: Kind }>[] {
  return reports.filter((report): report is Extract<TimedReport, { kind: Kind }> => report.kind === kind);
}
