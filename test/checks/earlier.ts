// What earlier steps asked still holds in later ones. Most of it shows in one right conversation with each program, and
// in one of the two together; what needs a check of its own, what fails above all, is tried by that.
import { checkSent, DEFAULT_MESSAGE, echoes, EVERY_BYTE, sendsMessage } from "../tutor/judge/bytes.ts";
import { check, checkPlace, longCheck, type Bench, type Check } from "../tutor/judge/check.ts";
import { diagnose } from "../tutor/judge/diagnose.ts";
import { settles, watch, watchAll } from "../tutor/judge/watch.ts";
import { echoesPiece } from "../tutor/judge/echo.ts";
import { closesAndEnds } from "../tutor/judge/ending.ts";
import { asked, Mistake } from "../tutor/judge/mistake.ts";
import { hasProcesses, listensAt } from "../tutor/judge/output.ts";
import { quote } from "../tutor/judge/quote.ts";
import { saysItIsConnected, saysWhereItListens, saysWhoConnected } from "../tutor/judge/saying.ts";
import { checkDecoded, showsReply, showsText, TEXT } from "../tutor/judge/text.ts";
import { bytesReceived, firstToFail, leftAlone, stuckTogether } from "../tutor/judge/together.ts";
import { freePort, LOOPBACK, secondLoopback, type Peer } from "../tutor/run/peer.ts";
import type { Program } from "../tutor/run/program.ts";
import { ofKind } from "../tutor/run/reports.ts";
import { startTranscript } from "../tutor/run/transcript.ts";
import { checks as createASocket } from "./01-create-a-socket.ts";
import { checks as handleErrors } from "./07-handle-errors.ts";
import { checks as readTheWholeStream } from "./08-read-the-whole-stream.ts";
import { checks as serveManyClients } from "./09-serve-many-clients.ts";
import { checks as respectBackpressure } from "./10-respect-backpressure.ts";

/** An answer that no echo server gives: only a client that looks at it can print it. As long as the text, in bytes. */
const REPLY = "Ja! 世界 👋 ja!?";
/** Where the text is cut from step 09 on: in the middle of a character. Each piece may be printed by itself. */
const CUT = Buffer.byteLength("Grüße, ") + 1;
const LAST = "世界 👋";

/** Not the usual address, where there is another: who has written that one down would not be noticed. */
const anotherHost = async () => (await secondLoopback()) ?? LOOPBACK;

/** A server in one right conversation. What the step itself asks for is tried by its own checks. */
async function converseAsClient(bench: Bench): Promise<void> {
  const server = await bench.startServer({ host: await anotherHost() });
  let client: (Peer & { readonly printedBefore: string }) | undefined;
  const connect = async () => (client ??= await bench.connectTo(server));
  await asked(2, "the server prints a line with the port, once it really listens", () =>
    saysWhereItListens(server, connect),
  );
  const peer = await asked(2, "the server accepts connections at HOST and PORT", connect);
  checkPlace(server);
  if (bench.step > 3)
    await asked(3, "the server prints the address and port of the client that connected", () =>
      saysWhoConnected(server, peer, peer.printedBefore),
    );
  if (bench.step > 4) await exchange(bench.step, server, peer);
}

/** The same, from the first byte on. From step 08 on the server reads until its client has finished. */
async function exchange(step: number, server: Program, client: Peer): Promise<void> {
  const before = server.stdout();
  const bytes = Buffer.concat([Buffer.from(TEXT), EVERY_BYTE]);
  if (step > 8)
    await asked(8, "the server echoes bytes that come one at a time, and waits for the next", () =>
      echoesPiece(server, client, bytes.subarray(0, CUT)),
    );
  void client.send(step > 8 ? bytes.subarray(CUT) : bytes);
  if (step >= 8) client.end();
  if (step > 5)
    await asked(5, "the server sends back exactly the bytes that it received", () =>
      echoes(server, client, bytes),
    );
  await asked(4, "the server prints the text that arrived", () =>
    showsText(server, client, step > 8 ? LAST : TEXT, before),
  );
  if (step > 6)
    await asked(
      6,
      "after the echo, the server closes the connection and its listening socket, and ends",
      () => closesAndEnds(server, client),
    );
}

/** A client in one right conversation. */
async function converseAsServer(bench: Bench): Promise<void> {
  const { step } = bench;
  const client = await bench.startClientWithServer({ host: await anotherHost(), args: [TEXT] });
  const peer = await asked(
    3,
    "the client prints a line with the server's port, once it is connected",
    async () => {
      const accepted = await bench.acceptFrom(client);
      await saysItIsConnected(client);
      return accepted;
    },
  );
  if (step === 4) return;
  const sends = "the client sends exactly the UTF-8 bytes of its argument, and prints it";
  await asked(4, sends, () => sendsMessage(client, peer, TEXT));
  // Some say so only at their end.
  const saysSo = await watch(client, () => client.stdout().includes(TEXT));
  if (step > 8)
    await asked(8, "the client says that it has finished, and then prints the whole reply", async () => {
      if (!(await watch(client, () => peer.closing()))) throw new Mistake("never-half-closes", client);
    });
  // From step 08 on, a client may refuse a reply that is not its message.
  const reply = Buffer.from(step < 8 ? REPLY : TEXT);
  const before = client.stdout();
  if (step > 8) {
    void peer.send(reply.subarray(0, CUT));
    await watch(client, () => peer.closing() === "reset"); // A moment of silence is not the end.
  }
  void peer.send(step > 8 ? reply.subarray(CUT) : reply);
  peer.end();
  if (step > 5)
    await asked(5, "the client prints the text that came back", () =>
      showsReply(client, TEXT, step > 8 ? LAST : reply.toString("utf8"), before),
    );
  if (step > 6)
    await asked(6, "after the echo, the client closes the connection, and ends", () =>
      closesAndEnds(client, peer),
    );
  await settles(client, peer);
  await asked(4, sends, async () => {
    const printed = client.stdout();
    // From step 08 on, what comes back is the same text, perhaps in pieces.
    const saysSoLater = step < 8 ? printed.includes(TEXT) : printed.split(LAST).length > 2;
    if (!saysSo && !saysSoLater)
      throw new Mistake("tells-not-what-it-sent", client, { expected: quote(TEXT) });
    checkSent(client, peer.received(), TEXT);
  });
}

/** Both programs, as a person starts them: first the server, then the client, without an argument. */
async function talk(bench: Bench): Promise<void> {
  const { step } = bench;
  const options = {
    host: await anotherHost(),
    port: await freePort(),
    transcript: startTranscript(),
  };
  const server = await bench.startServer(options);
  // Where other processes may listen for it, what it prints has to do.
  const says = () => hasProcesses(server) && server.stdout().includes(String(server.port));
  if (!(await watch(server, () => listensAt(server).length > 0 || says())))
    throw new Mistake("never-listens", server);
  const client = bench.startClient(options);
  const times = () => client.stdout().split(DEFAULT_MESSAGE).length - 1;
  const isOver = () => (step < 6 ? times() >= 2 : client.exit() && server.exit());
  try {
    await watchAll([client, server], isOver);
  } catch (error) {
    throw leftAlone(server, client) ?? error;
  }
  const left = times() >= 2 ? undefined : leftAlone(server, client);
  if (left !== undefined) throw left;
  const failed = firstToFail([client, server]);
  if (failed !== undefined) {
    diagnose(failed);
    throw new Mistake("exits-with-failure", failed, { actual: String(failed.exit()?.code) });
  }
  if (!isOver()) {
    const connects = ofKind(client.reports(), "emitted").some(({ event }) => event === "connect");
    if (!connects) throw new Mistake("never-connects", client);
    const stuck = stuckTogether(server, client);
    if (stuck !== undefined) throw stuck;
  }
  if (times() < 2) {
    checkDecoded(client, DEFAULT_MESSAGE, client.stdout());
    const facts = { actual: String(bytesReceived(client)), meant: "together" };
    throw new Mistake("prints-no-reply", client, { expected: quote(DEFAULT_MESSAGE), ...facts });
  }
  if (!isOver()) throw new Mistake("never-ends", server.exit() ? client : server);
}

/** The checks of earlier steps that are tried once more, by the first step that needs them, with their own names. */
const AGAIN: readonly { of: number; last?: number; checks: readonly Check[]; names: RegExp }[] = [
  // In step 02 the client is still offline.
  { of: 1, last: 2, checks: createASocket, names: /client/ },
  { of: 7, checks: handleErrors, names: /nobody listens|reset|in use|PORT/ },
  { of: 8, checks: readTheWholeStream, names: /reads late|cut off|whole reply|differs/ },
  { of: 9, checks: serveManyClients, names: /disturbs no other|at SIGINT|second SIGINT/ },
  { of: 10, checks: respectBackpressure, names: /holds back/ },
];

/** What is tried of step `number` because earlier steps asked for it. */
export function earlierChecks(number: number): Check[] {
  const again = AGAIN.filter(({ of, last = Infinity }) => of < number && number <= last).flatMap(
    ({ of, checks, names }) =>
      checks
        .filter(({ name }) => names.test(name))
        .map((each) => ({ ...each, run: (bench: Bench) => asked(of, each.name, () => each.run(bench)) })),
  );
  const together = "started together, the client prints what it sent, received back from the server";
  return [
    ...(number > 2 ? [check("server", "the server does what earlier steps asked", converseAsClient)] : []),
    ...(number > 3
      ? [longCheck("client", "the client does what earlier steps asked", converseAsServer)]
      : []),
    ...(number > 4 ? [{ ...longCheck("client", together, talk), needsBoth: true }] : []),
    ...again,
  ].map((each) => ({ ...each, isEarlier: true }));
}
