// What a program has to say of its connections: where it listens, that it is connected, and who has connected.
import { watch } from "./watch.ts";
import { Mistake } from "./mistake.ts";
import { linesWithPort, mentions, printedSince } from "./output.ts";
import type { Peer } from "../run/peer.ts";
import type { Program } from "../run/program.ts";
import { ofKind } from "../run/reports.ts";

/** How many bytes `program` had printed when one of its sockets first had the event `event`. */
function printedAt(program: Program, event: "listening" | "connect"): number | undefined {
  return program.reports().find((report) => report.kind === "emitted" && report.event === event)?.printed;
}

/** A line with the port that `program` has printed since `event`; any such line where the event was not seen. */
function lineSince(program: Program, event: "listening" | "connect"): string | undefined {
  const since = program
    .output()
    .subarray(printedAt(program, event) ?? 0)
    .toString("utf8");
  return since.split(/\r?\n/).find((line) => mentions(line, program.port));
}

/** Waits until `server` says where it listens: a line with the port, once it really listens, before any client comes. */
export async function saysWhereItListens(
  server: Program,
  clientComes: () => Promise<unknown>,
): Promise<void> {
  if (
    await watch(server, () => printedAt(server, "listening") !== undefined && lineSince(server, "listening"))
  )
    return;
  const before = linesWithPort(server)[0];
  await clientComes();
  if (before !== undefined && lineSince(server, "listening") !== undefined) return; // It listens in another process.
  if (before !== undefined) throw new Mistake("prints-before-listening", server, { actual: before });
  if (await watch(server, () => linesWithPort(server)[0])) throw new Mistake("prints-when-connected", server);
  throw new Mistake("prints-no-port", server, { expected: String(server.port) });
}

/** Waits until `client`, which is connected, says so: a line with the server's port, not before it is. */
export async function saysItIsConnected(client: Program): Promise<void> {
  if (await watch(client, () => printedAt(client, "connect") !== undefined && lineSince(client, "connect")))
    return;
  const [before] = linesWithPort(client);
  if (before === undefined) throw new Mistake("prints-no-port", client, { expected: String(client.port) });
  throw new Mistake("prints-before-connecting", client, { actual: before });
}

/** Whether a listener of `server` is called with the socket of each connection: there is no array to unpack. */
function isGivenSocket(server: Program): boolean {
  return ofKind(server.reports(), "wait").some(
    ({ event, way }) => event === "connection" && way === "listener",
  );
}

/** Waits until `server` says who `client` is, its address and its port. `before` is what it had printed before. */
export async function saysWhoConnected(server: Program, client: Peer, before: string): Promise<void> {
  // Lines that name only the server's own port tell where it listens, not who connected.
  const ownLines = () => linesWithPort(server).filter((line) => !mentions(line, client.port));
  const otherText = () => ownLines().reduce((text, line) => text.replace(line, ""), server.stdout());
  const names = () => mentions(otherText(), client.port) && otherText().includes(client.address);
  if (await watch(server, names)) return;

  const facts = {
    expected: `${client.address}:${client.port}`,
  };
  const printed = printedSince(server, before);
  const undefinedLine = printed.split(/\r?\n/).find((line) => line.includes("undefined"));
  if (undefinedLine !== undefined) {
    const isHalfRight = mentions(undefinedLine, client.port) || undefinedLine.includes(client.address);
    if (isHalfRight) throw new Mistake("misspells-property", server, { actual: undefinedLine });
    const meant = isGivenSocket(server) ? "listener" : "once";
    throw new Mistake("prints-undefined", server, { ...facts, actual: undefinedLine, meant });
  }
  if (printed.trim() === "") throw new Mistake("accepts-nobody", server, facts);
  if (!mentions(printed, server.port)) throw new Mistake("names-no-client", server, facts);
  throw new Mistake("prints-own-address", server, { ...facts });
}
