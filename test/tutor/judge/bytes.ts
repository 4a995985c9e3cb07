// The very bytes: what a client sends and a server echoes, and which mistake it is when they are others.
import { readFileSync } from "node:fs";
import path from "node:path";
import { watch } from "./watch.ts";
import { Mistake, type Culprit, type Facts } from "./mistake.ts";
import { quote } from "./quote.ts";
import type { Peer } from "../run/peer.ts";
import type { Program } from "../run/program.ts";

export const DEFAULT_MESSAGE = "Hello Echo!";

/**
 * Every value that a byte can have, several times: more than a buffer that somebody has chosen too small. As text in
 * UTF-8, this makes no sense, so it does not survive decoding.
 */
export const EVERY_BYTE = Buffer.from(Array.from({ length: 4096 }, (_, index) => index % 256));

/** Waits until `client` has sent `message`, or something else. */
export async function sendsMessage(client: Program, peer: Peer, message: string): Promise<void> {
  const expected = Buffer.byteLength(message);
  await watch(client, () => peer.received().length >= expected || peer.closing());
  checkSent(client, peer.received(), message);
}

/** How `actual` is like `expected`. */
function resemblance(actual: Buffer, expected: Buffer): Pick<Facts, "like"> {
  const at = actual.indexOf(expected);
  if (at >= 0)
    return { like: likeOfMore(actual.subarray(0, at), actual.subarray(at + expected.length), expected) };
  const text = actual.toString("latin1");
  if (text === expected.toString("base64")) return { like: "base64" };
  if (text.toLowerCase() === expected.toString("hex")) return { like: "hex" };
  if (actual.length > 0 && isZeros(actual)) return { like: "zeros" };
  const isSameIn = (encoding: BufferEncoding) =>
    actual.toString(encoding).toUpperCase() === expected.toString(encoding).toUpperCase();
  if (isSameIn("utf8") || isSameIn("latin1")) return { like: "case" };
  // What does not fit into a buffer is left out, and what is left of the buffer stays zero.
  const end = actual.findLastIndex((byte) => byte !== 0) + 1;
  if (end < expected.length && expected.subarray(0, end).equals(actual.subarray(0, end)))
    return { like: "fewer" };
  return {};
}

/** What is there beside the expected bytes, before and after them. */
function likeOfMore(before: Buffer, after: Buffer, expected: Buffer): NonNullable<Facts["like"]> {
  if (before.length === 0 && after.equals(expected)) return "twice";
  if (before.length === 0) return isZeros(after) ? "zeros-after" : "after";
  return after.length === 0 ? "before" : "around";
}

function isZeros(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}

/** Whether `text` is the name of a variable in `program`. */
function isNameIn({ file }: Culprit, text: string): boolean {
  return /^\w+$/.test(text) && new RegExp(`\\b(const|let|var) ${text}\\b`).test(readFileSync(file, "utf8"));
}

/** Throws when `sent` is not exactly `message`, as UTF-8. */
export function checkSent(client: Culprit, sent: Buffer, message: string): void {
  const expected = Buffer.from(message, "utf8");
  if (sent.equals(expected)) return;
  const text = sent.toString("utf8");
  const facts: Facts = { expected: quote(message), actual: quote(text) };
  const encoded = (encoding: BufferEncoding) => sent.equals(Buffer.from(message, encoding));
  // It may have said all the same that it has sent it.
  if (sent.length === 0) throw new Mistake("sends-nothing", client, { ...facts, actual: message });
  if (encoded("latin1") || encoded("ascii") || encoded("utf16le"))
    throw new Mistake("wrong-encoding", client, facts);
  // The elements of process.argv before the first argument are the names of two files.
  const isFileName = path.isAbsolute(text);
  if (isFileName && message === DEFAULT_MESSAGE)
    throw new Mistake("takes-file-for-message", client, { ...facts });
  if (isFileName || text === DEFAULT_MESSAGE) throw new Mistake("ignores-argument", client, facts);
  const like = isNameIn(client, text) ? ({ like: "name" } as const) : resemblance(sent, expected);
  if (!sent.includes(expected)) throw new Mistake("sends-wrong-bytes", client, { ...facts, ...like });
  const isLineEnd = /^[\r\n]+$/.test(text.replace(message, ""));
  throw new Mistake(isLineEnd ? "adds-newline" : "adds-bytes", client, { ...facts, ...like });
}

/** Waits until `server` has sent back to `client` what that has sent, or something else. */
export async function echoes(server: Program, client: Peer, sent: Buffer): Promise<void> {
  await watch(server, () => client.received().length >= sent.length || client.closing());
  checkEcho(server, sent, client.received());
}

/** Throws when `echo` is not exactly `sent`. */
export function checkEcho(server: Culprit, sent: Buffer, echo: Buffer): void {
  if (echo.equals(sent)) return;
  const facts: Facts = { expected: sent };
  const isDecoded = (["utf8", "latin1", "ascii", "utf16le"] as const).some((encoding) =>
    echo.equals(Buffer.from(sent.toString(encoding))),
  );
  if (echo.length === 0) throw new Mistake("no-echo", server, facts);
  if (isDecoded) throw new Mistake("decoded-echo", server, facts);
  if (sent.subarray(0, echo.length).equals(echo)) throw new Mistake("partial-echo", server, facts);
  const like = resemblance(echo, sent);
  throw new Mistake(echo.includes(sent) ? "adds-bytes" : "changed-echo", server, { ...facts, ...like });
}
