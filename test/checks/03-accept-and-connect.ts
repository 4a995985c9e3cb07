// Step 03: the client connects and says so; the server says who has connected.
import { check } from "../tutor/judge/check.ts";
import { saysItIsConnected, saysWhoConnected } from "../tutor/judge/saying.ts";
import { secondLoopback } from "../tutor/run/peer.ts";

export const checks = [
  check("client", "the client prints a line with the server's port, once it is connected", async (bench) => {
    const host = await secondLoopback();
    const client = await bench.startClientWithServer({ ...(host !== undefined && { host }) });
    await bench.acceptFrom(client);
    await saysItIsConnected(client);
  }),

  check("server", "the server prints the address and port of the client that connected", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    await saysWhoConnected(server, client, client.printedBefore);
  }),
];
