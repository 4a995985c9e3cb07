// Step 03: the client connects and says so; the server says who has connected.
import { check } from "../tutor/judge/check.ts";
import { saysItIsConnected, saysWhoConnected } from "../tutor/judge/saying.ts";
import { LOOPBACK, secondLoopback } from "../tutor/run/peer.ts";

export const checks = [
  check("client", "the client prints a line with the server's port, once it is connected", async (bench) => {
    // Whoever has written down an address, instead of reading HOST, is right only once.
    for (const host of [await secondLoopback(), LOOPBACK]) {
      if (host === undefined) continue;
      const client = await bench.startClientWithServer({ host });
      await bench.acceptFrom(client);
      await saysItIsConnected(client);
    }
  }),

  check("server", "the server prints the address and port of the client that connected", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    await saysWhoConnected(server, client, client.printedBefore);
  }),
];
