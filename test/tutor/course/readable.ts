// Whether a file can be a program at all: nothing else may be read as one.
import { closeSync, openSync, readSync, statSync } from "node:fs";

/** Why a file is no program: it is not there, a folder or device, not to be read, too large, or text of another kind. */
export type Problem = "missing-file" | "not-a-file" | "unreadable-file" | "too-large-file" | "utf-16-file";

/** No program of a learner has more bytes. */
export const LARGEST = 256 * 1024;

/** Why `file` is no program, or undefined if it can be one. */
export function problemWith(file: string): Problem | undefined {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) return "not-a-file";
    if (stats.size > LARGEST) return "too-large-file";
    return isUtf16(file) ? "utf-16-file" : undefined;
  } catch (error) {
    return /^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? "")
      ? "missing-file"
      : "unreadable-file";
  }
}

/** Whether `file` begins with the mark of UTF-16, as what `>` of Windows PowerShell 5.1 writes. */
function isUtf16(file: string): boolean {
  const descriptor = openSync(file, "r");
  try {
    const mark = Buffer.alloc(2);
    readSync(descriptor, mark, 0, mark.length, 0);
    return mark.equals(Buffer.from("fffe", "hex")) || mark.equals(Buffer.from("feff", "hex"));
  } finally {
    closeSync(descriptor);
  }
}
