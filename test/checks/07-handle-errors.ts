// Step 07: whatever goes wrong with a socket becomes one line on stderr and exit code 1, and never a hang.
import { check } from "../tutor/judge/check.ts";
import { watch, watchEnd } from "../tutor/judge/watch.ts";
import { sides } from "../tutor/course/course.ts";
import { checkCrash, checkReport, failsCleanly, hanging } from "../tutor/judge/failure.ts";
import { Mistake } from "../tutor/judge/mistake.ts";
import { hasAccepted, printedSince } from "../tutor/judge/output.ts";
import { freePort } from "../tutor/run/peer.ts";
import type { Sentence } from "../tutor/judge/sentences.ts";

export const checks = [
  check("client", "the client reports that nobody listens", async (bench) => {
    const port = await freePort();
    await failsCleanly(bench.startClient({ port }), "Nobody listens at the port", port);
  }),

  check("client", "the client reports that the server reset the connection", async (bench) => {
    const client = await bench.startClientWithServer();
    const peer = await bench.acceptFrom(client);
    await watch(client, () => peer.received().length > 0);
    peer.reset();
    await failsCleanly(client, "The server reset the connection (RST)");
  }),

  check("client", "the client reports that the server closed without a reply", async (bench) => {
    const client = await bench.startClientWithServer();
    const peer = await bench.acceptFrom(client);
    await watch(client, () => peer.received().length > 0);
    peer.end();
    await failsCleanly(client, "The server closed the connection without a reply");
  }),

  check("server", "the server reports that its port is in use", async (bench) => {
    const port = await bench.occupyPort();
    await failsCleanly(await bench.startServer({ port }), "The port is in use by another program", port);
  }),

  check("server", "the server reports that the client reset the connection", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    // Before that, the server could not even tell who it was: its system takes a client before the server does.
    await watch(server, () => hasAccepted(server));
    client.reset();
    await failsCleanly(server, "The client reset the connection (RST)");
  }),

  check("server", "the server ends when a client leaves without a word", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    client.end();
    const end = await watchEnd(server);
    const facts = {
      detail: "A client connected and left without sending anything" satisfies Sentence,
    };
    if (end === undefined) {
      const taken = printedSince(server, client.printedBefore).match(/^.*\bfalse\b.*$/m);
      if (taken) throw new Mistake("takes-end-for-data", server, { actual: taken[0] });
      throw new Mistake(hanging(server, "hangs-on-silent-client"), server, facts);
    }
    checkCrash(server, facts);
    if (end.code === 1) checkReport(server, facts);
    if (end.code !== 0 && end.code !== 1)
      throw new Mistake("wrong-exit-code", server, { ...facts, actual: String(end.code) });
  }),

  ...sides.map((side) =>
    check(side, `the ${side} reports that PORT is not a port number`, async (bench) => {
      const start = (port: string) =>
        side === "server" ? bench.startServer({ port }) : bench.startClient({ port });
      const ports = ["echo", "70000"];
      const programs = await Promise.all(ports.map(start));
      for (const [index, program] of programs.entries())
        await failsCleanly(program, `PORT was ${ports[index]}, which is not a port number`);
    }),
  ),
];
