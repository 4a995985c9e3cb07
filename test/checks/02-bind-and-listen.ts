// Step 02: the server accepts connections at exactly the address and port it was given, and says so once it does.
import { check, checkPlace } from "../tutor/judge/check.ts";
import { saysWhereItListens } from "../tutor/judge/saying.ts";
import { secondLoopback } from "../tutor/run/peer.ts";

export const checks = [
  check("server", "the server accepts connections at HOST and PORT", async (bench) => {
    // Not at the usual address: who has written that one down instead of reading HOST would not be noticed.
    const host = await secondLoopback();
    const server = await bench.startServer({ ...(host !== undefined && { host }) });
    await bench.connectTo(server);
    await bench.untilListening(server);
    checkPlace(server);
  }),

  check("server", "the server prints a line with the port, once it really listens", async (bench) => {
    const server = await bench.startServer();
    // Nobody has connected yet: whoever starts the server wants to know where it listens before that.
    await saysWhereItListens(server, () => bench.connectTo(server));
    await bench.untilListening(server);
    checkPlace(server);
  }),
];
