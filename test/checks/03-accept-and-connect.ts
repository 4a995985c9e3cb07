// Step 03: the client connects and says so; the server says who has connected.
import { check, watch, watchEnd } from "../tutor/judge/check.ts";
import { Mistake } from "../tutor/judge/mistake.ts";
import {
  checkPlaceholders,
  linesWithPort,
  mentions,
  printedSince,
  successLine,
} from "../tutor/judge/output.ts";
import { freePort, LOOPBACK } from "../tutor/run/peer.ts";

export const checks = [
  check("client", "the client prints a line with the server's port, once it is connected", async (bench) => {
    const client = await bench.startClientWithServer();
    const unable = bench.startClient({ port: await freePort() });
    await bench.acceptFrom(client);
    await watchEnd(unable);
    if (await watch(client, () => successLine(client, unable))) return;
    const [line] = linesWithPort(client);
    checkPlaceholders(client);
    if (line === undefined) {
      throw new Mistake("prints-no-port", client, { expected: String(client.port), near: /connect\(/ });
    }
    throw new Mistake("prints-before-connecting", unable, {
      actual: linesWithPort(unable)[0] ?? line,
      near: /console\.log/,
    });
  }),

  check("server", "the server prints the address and port of the client that connected", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    // Lines that name only the server's own port tell where it listens, not who connected.
    const ownLines = () => linesWithPort(server).filter((line) => !mentions(line, client.port));
    const otherText = () => ownLines().reduce((text, line) => text.replace(line, ""), server.stdout());
    if (await watch(server, () => mentions(otherText(), client.port) && otherText().includes(LOOPBACK)))
      return;

    const facts = { expected: `${LOOPBACK}:${client.port}`, near: [/"connection"/, /createServer\([^)]/] };
    const printed = printedSince(server, client.printedBefore);
    const undefinedLine = printed.split(/\r?\n/).find((line) => line.includes("undefined"));
    if (undefinedLine !== undefined) {
      if (mentions(undefinedLine, client.port))
        throw new Mistake("misspells-property", server, { actual: undefinedLine, near: /remote/ });
      throw new Mistake("prints-undefined", server, {
        ...facts,
        actual: undefinedLine,
        near: /"connection"/,
      });
    }
    checkPlaceholders(server);
    if (printed.trim() === "") throw new Mistake("accepts-nobody", server, facts);
    if (!mentions(printed, server.port)) throw new Mistake("names-no-client", server, facts);
    throw new Mistake("prints-own-address", server, { ...facts, near: /local(Address|Port)|address\(\)/ });
  }),
];
