// What an echo server has to do for one client, from the first byte to the end of the connection.
import { ANSWERING, watch } from "./check.ts";
import { Mistake } from "./mistake.ts";
import type { Peer } from "./peer.ts";
import type { Program } from "./program.ts";

/** Where a program receives. */
export const RECEIVING = /"data"|pipe|for await/;

/** Waits until `client` has all of `sent` back, and the server has closed its side after that. */
export async function echoesAndCloses(server: Program, client: Peer, sent: Buffer): Promise<void> {
  const closing = await watch(server, () => client.closing(), 2 * ANSWERING);
  const echo = client.received();
  if (closing === "reset") throw new Mistake("resets-connection", server, { near: /reset|destroy/ });
  if (closing === undefined) {
    throw new Mistake(echo.equals(sent) ? "never-closes-connection" : "partial-echo", server, {
      near: RECEIVING,
    });
  }
  if (echo.equals(sent)) return;
  const isBeginning = sent.subarray(0, echo.length).equals(echo);
  throw new Mistake(isBeginning ? "echoes-first-piece" : "changed-echo", server, { near: RECEIVING });
}
