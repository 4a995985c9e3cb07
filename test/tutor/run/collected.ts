// What one program has printed and reported so far, put together as it comes: checks look at it after every event.
import type { TimedReport } from "./reports.ts";

export interface Collected {
  /** Everything on stdout, byte for byte. */
  output(): Buffer;
  /** The same, and what is on stderr, as text. */
  readonly text: { stdout: string; stderr: string };
  /** What its probe has reported. */
  readonly reports: TimedReport[];
  addOutput(bytes: Buffer): void;
}

export function startCollecting(): Collected {
  let pieces: Buffer[] = [];
  return {
    text: { stdout: "", stderr: "" },
    reports: [],
    addOutput: (bytes) => void pieces.push(bytes),
    output() {
      // What has been joined once is not joined again.
      if (pieces.length !== 1) pieces = [Buffer.concat(pieces)];
      return pieces[0]!;
    },
  };
}
