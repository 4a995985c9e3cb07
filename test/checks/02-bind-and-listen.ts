// Step 02: the server accepts connections at exactly the address and port it was given, and says so once it does.
import { check, checkPlace, watch, watchEnd } from "../support/check.ts";
import { Mistake } from "../support/mistake.ts";
import { checkPlaceholders, linesWithPort, listensAt, successLine } from "../support/output.ts";

export const checks = [
  check("server", "the server accepts connections at HOST and PORT", async (bench) => {
    const server = await bench.startServer();
    await bench.connectTo(server);
    await watch(server, () => listensAt(server).length > 0);
    checkPlace(server);
  }),

  check("server", "the server prints a line with the port, once it really listens", async (bench) => {
    const port = await bench.occupyPort();
    const [server, unable] = await Promise.all([bench.startServer(), bench.startServer({ port })]);
    await watchEnd(unable);
    // Nobody has connected yet: whoever starts the server wants to know where it listens before that.
    if (await watch(server, () => successLine(server, unable))) return;
    const [line] = linesWithPort(server);
    await bench.connectTo(server);
    checkPlaceholders(server);
    if (line === undefined) {
      throw new Mistake("prints-no-port", server, { expected: String(server.port), near: /listen\(/ });
    }
    throw new Mistake("prints-before-listening", unable, {
      actual: linesWithPort(unable)[0] ?? line,
      near: /console\.log/,
    });
  }),
];
