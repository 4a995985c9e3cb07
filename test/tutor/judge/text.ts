// What a program prints of the text that it sends and receives, and which mistake it is when it is another one.
import { watch } from "./watch.ts";
import { Mistake } from "./mistake.ts";
import { mentions, printedSince, showsRawBuffer } from "./output.ts";
import { quote } from "./quote.ts";
import type { Peer } from "../run/peer.ts";
import type { Program } from "../run/program.ts";
import { ofKind } from "../run/reports.ts";

/** Letters of one, two, three and four bytes in UTF-8. */
export const TEXT = "Grüße, 世界 👋";

/** In which notation for bytes `text` is in what was `printed`, if it is. */
function notationOf(text: string, printed: string): "hex" | "base64" | undefined {
  return (["hex", "base64"] as const).find((notation) => {
    // The last characters of base64 depend on what follows.
    const written = Buffer.from(text).toString(notation).replace(/.?=*$/, "");
    return printed.toLowerCase().includes(written.toLowerCase());
  });
}

/** Whether a line of what was `printed` ends with the beginning of `text`, decoded as it should be, and the end is missing. */
function isCut(text: string, printed: string): boolean {
  const letters = Array.from(text);
  const count = letters.findLastIndex((_, index) => printed.includes(letters.slice(0, index + 1).join("")));
  const beginning = letters.slice(0, count + 1).join("");
  const [rest = ""] = printed.slice(printed.indexOf(beginning) + beginning.length).split(/\r?\n/);
  return count > 0 && !printed.includes(letters.at(-1)!) && !/[\p{L}\p{N}]/u.test(rest);
}

/** Throws when `program` has `printed` the bytes of `text` in some form, and not the text that they stand for. */
export function checkDecoded(program: Program, text: string, printed: string): void {
  const facts = { expected: quote(text) };
  if (showsRawBuffer(printed)) throw new Mistake("prints-raw-buffer", program, facts);
  const like = notationOf(text, printed);
  if (like !== undefined) throw new Mistake("garbles-text", program, { ...facts, like });
  if (isCut(text, printed)) throw new Mistake("garbles-text", program, { ...facts, like: "fewer" });
}

/** Waits until `server` prints `text`, which `client` has sent after the server had printed `before`. */
export async function showsText(server: Program, client: Peer, text: string, before: string): Promise<void> {
  if (await watch(server, () => printedSince(server, before).includes(text))) return;
  const printed = printedSince(server, before);
  const facts = { expected: quote(text) };
  checkDecoded(server, text, printed);
  if (printed.includes(text.slice(0, 2))) throw new Mistake("garbles-text", server, facts);
  // Lines that only tell of the connection do not count as printing what arrived.
  const told = printed.split(/\r?\n/).filter((line) => line.trim() !== "" && !mentions(line, client.port));
  throw new Mistake(told.length === 0 ? "receives-nothing" : "prints-other-text", server, facts);
}

/** Waits until `client` prints `message`, which it has sent. */
export async function saysWhatItSent(client: Program, message: string): Promise<void> {
  if (await watch(client, () => client.stdout().includes(message))) return;
  throw new Mistake("tells-not-what-it-sent", client, { expected: quote(message) });
}

/**
 * Waits until `client` prints `reply`. It has sent `message`, and when the reply came, it had printed `before`.
 * Which of the two it prints can be told only when they differ.
 */
export async function showsReply(
  client: Program,
  message: string,
  reply: string,
  before: string,
): Promise<void> {
  if (await watch(client, () => printedSince(client, before).includes(reply))) return;
  const printed = printedSince(client, before);
  const facts = {
    expected: quote(reply),
    actual: quote(message),
  };
  if (client.stdout().split(message).length > 2) throw new Mistake("prints-what-it-sent", client, facts);
  checkDecoded(client, reply, printed);
  if (printed.includes(reply.slice(0, 3))) throw new Mistake("garbles-text", client, facts);
  throw printed.trim() === ""
    ? printsNoReply(client, reply)
    : new Mistake("prints-other-reply", client, { ...facts, meant: wayOfReply(client) });
}

/** How `client` has been given what the server has sent: by a listener, by a wait, or not at all. */
function wayOfReply(client: Program): "listener" | "once" | "nothing" {
  if (!hasReceived(client)) return "nothing";
  const waits = ofKind(client.reports(), "wait").filter(({ event }) => event === "data");
  return waits.some(({ way }) => way === "listener") ? "listener" : "once";
}

/** Whether a listener of `client`, or a wait, has been given what the server has sent. */
export function hasReceived(client: Program): boolean {
  return ofKind(client.reports(), "emitted").some(({ event, isUnheard }) => event === "data" && !isUnheard);
}

/** What `client` is told that has not printed `reply`. */
export function printsNoReply(client: Program, reply: string): Mistake {
  const expected = quote(reply);
  return new Mistake("prints-no-reply", client, { expected, meant: wayOfReply(client) });
}
