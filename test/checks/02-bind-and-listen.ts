// Step 02: the server accepts connections at exactly the address and port it was given, and says so once it does.
import { check, checkPlace, watch, watchEnd } from "../tutor/judge/check.ts";
import { Mistake } from "../tutor/judge/mistake.ts";
import { checkPlaceholders, linesWithPort, listensAt, successLine } from "../tutor/judge/output.ts";

/** How soon, in milliseconds, a server prints what it prints when a client has connected. */
const A_MOMENT = 300;

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
    // Nobody has connected yet: whoever starts the server wants to know where it listens before that.
    const printed = watch(server, () => linesWithPort(server)[0]);
    const [line] = await Promise.all([printed, watchEnd(unable)]);
    if (line !== undefined && (await watch(server, () => successLine(server, unable)))) return;
    await bench.connectTo(server);
    checkPlaceholders(server);
    if (line === undefined) {
      if (await watch(server, () => linesWithPort(server)[0], A_MOMENT))
        throw new Mistake("prints-when-connected", server, { near: /"connection"/ });
      throw new Mistake("prints-no-port", server, { expected: String(server.port), near: /listen\(/ });
    }
    throw new Mistake("prints-before-listening", unable, {
      actual: linesWithPort(unable)[0] ?? line,
      near: /console\.log/,
    });
  }),
];
