// Step 02: the server accepts connections at exactly the address and port it was given, and says so once it does.
import { check, watch, watchEnd } from "../support/check.ts";
import { Mistake } from "../support/mistake.ts";
import { successLine, linesWithPort } from "../support/output.ts";
import { LOOPBACK } from "../support/peer.ts";

export const checks = [
  check("the server accepts connections at HOST and PORT", async (bench) => {
    const server = await bench.startServer();
    await bench.connectTo(server);
    const addresses = [...server.probed().matchAll(/"address":"([^"]+)"/g)].map(([, address]) => address!);
    const wrong = addresses.find((address) => address !== LOOPBACK);
    if (wrong !== undefined) {
      throw new Mistake("wrong-address", server, { actual: wrong, expected: LOOPBACK, near: /listen\(/ });
    }
  }),

  check("the server prints a line with the port, once it really listens", async (bench) => {
    const port = await bench.occupyPort();
    const [server, unable] = await Promise.all([bench.startServer(), bench.startServer({ port })]);
    await bench.connectTo(server);
    await watchEnd(unable);
    if (await watch(server, () => successLine(server, unable))) return;
    const [line] = linesWithPort(server);
    if (line === undefined) {
      throw new Mistake("prints-no-port", server, { expected: String(server.port), near: /listen\(/ });
    }
    throw new Mistake("prints-before-listening", unable, { actual: linesWithPort(unable)[0] ?? line, near: /console\.log/ });
  }),
];
