// What an echo server has to do for one client, from the first byte to the end of the connection.
import { ANSWERING, watch } from "./watch.ts";
import { Mistake } from "./mistake.ts";
import { hasTimedOut, timesClient } from "./output.ts";
import type { MistakeName } from "./mistakes.ts";
import type { Peer } from "../run/peer.ts";
import type { Program } from "../run/program.ts";
import { ofKind } from "../run/reports.ts";

/** Waits until `client` has all of `sent` back, and the server has closed its side after that. */
export async function echoesAndCloses(server: Program, client: Peer, sent: Buffer): Promise<void> {
  let before: number;
  let closing: "end" | "reset" | undefined;
  // However slow the server is: it is waited for as long as it goes on echoing.
  do {
    before = client.received().length;
    closing = await watch(server, () => client.closing());
  } while (closing === undefined && before < client.received().length && before < sent.length);
  // What the system still holds of a server that has ended comes all the same, and then the end; on a busy one, later.
  if (server.exit() && closing === undefined)
    closing = await server.transcript.until(() => client.closing(), ANSWERING);
  const echo = client.received();
  // One that closes in the middle of an echo breaks off or not, by chance: what counts is what has not come back.
  const isCut = echo.length > 0 && echo.length < sent.length && !resets(server);
  if (closing === "reset" && !isCut) throw new Mistake("resets-connection", server);
  if (!sent.subarray(0, echo.length).equals(echo)) throw new Mistake("changed-echo", server);
  const facts = { actual: String(echo.length), expected: String(sent.length) };
  if (closing === undefined) throw new Mistake(unfinished(sent, echo), server, { ...facts });
  if (echo.equals(sent)) return;
  if (echo.length === 0) throw new Mistake("no-echo", server);
  throw new Mistake("loses-rest-of-echo", server, { ...facts });
}

/** Whether `server` has broken off a connection itself. */
function resets(server: Program): boolean {
  return ofKind(server.reports(), "called").some(({ method }) => method === "resetAndDestroy");
}

/** Sends one piece, and waits until something comes back. */
export async function echoesPiece(server: Program, client: Peer, piece: Buffer): Promise<void> {
  const before = client.received().length;
  void client.send(piece);
  await watch(server, () => client.received().length > before || client.closing());
  if (client.received().length > before && !client.closing()) return;
  if (client.received().length > 0)
    // A clock that runs out between two pieces ends it as well.
    throw new Mistake(timesClient(server) ? "takes-silence-for-end" : "echoes-first-piece", server);
  if (client.closing() === "end")
    throw new Mistake(hasTimedOut(server) ? "takes-silence-for-end" : "ends-before-client", server);
  // Does it send everything back when it knows that no more will come?
  client.end();
  await watch(server, () => client.received().length > 0 || client.closing());
  const atTheEnd = client.received().length > 0;
  throw new Mistake(atTheEnd ? "echoes-at-the-end" : "no-echo", server);
}

/** Sends one byte and waits until it comes back. Gives false when the connection is closed instead. */
export async function isServed(server: Program, client: Peer): Promise<boolean> {
  if (client.closing()) return false;
  const before = client.received().length;
  void client.send(Buffer.from("."));
  await watch(server, () => client.received().length > before || client.closing());
  return client.received().length > before;
}

/** What a server is told that keeps the connection open although its client has finished. */
function unfinished(sent: Buffer, echo: Buffer): MistakeName {
  if (sent.length === 0) return "hangs-on-silent-client";
  if (echo.length === 0) return "no-echo";
  return echo.equals(sent) ? "never-closes-connection" : "stops-echoing";
}
