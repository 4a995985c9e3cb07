// Step 06: after the echo both sides close, in order, and both programs end by themselves.
import { check, watch } from "../tutor/judge/check.ts";
import { endsByItself } from "../tutor/judge/ending.ts";
import { Mistake } from "../tutor/judge/mistake.ts";
import { isFree } from "../tutor/run/peer.ts";

/** From this step on the server closes when its client has half-closed, and no longer after its first echo. */
const READS_THE_WHOLE_STREAM = 8;
const MESSAGE = Buffer.from("Is anybody there? ".repeat(50));

/** Where a program closes, and where it says how it ended. */
const [nearClosing, nearExit] = [/\.end\(|\.destroy/, /exit/];

export const checks = [
  check(
    "server",
    "after the echo, the server closes the connection and its listening socket, and ends",
    async (bench) => {
      const server = await bench.startServer();
      const client = await bench.connectTo(server);
      client.send(MESSAGE);
      if (bench.step >= READS_THE_WHOLE_STREAM) client.end();
      await watch(server, () => client.received().length >= MESSAGE.length || client.closing());

      if (client.closing() !== "reset" && !client.received().equals(MESSAGE)) {
        throw new Mistake(client.closing() ? "loses-echo" : "no-echo", server, { near: /\.end\(|\.destroy/ });
      }
      const closing = await watch(server, () => client.closing());
      if (closing === undefined) throw new Mistake("never-closes-connection", server, { near: /write\(/ });
      if (closing === "reset") throw new Mistake("resets-connection", server, { near: /reset|destroy/ });
      client.end();
      await endsByItself(server, "never-closes-listener", nearClosing, nearExit);
      if (!(await isFree(server.port)))
        throw new Mistake("never-closes-listener", server, { near: /\.close\(/ });
    },
  ),

  check("client", "after the echo, the client closes the connection, and ends", async (bench) => {
    const client = await bench.startClientWithServer();
    const peer = await bench.acceptFrom(client);
    if (!(await watch(client, () => peer.received().length > 0))) throw new Mistake("sends-nothing", client);
    const message = peer.received().toString("utf8");
    peer.send(Buffer.from(message));
    if (bench.step >= READS_THE_WHOLE_STREAM) peer.end();

    const closing = await watch(client, () => peer.closing());
    if (closing === undefined)
      throw new Mistake("never-closes-connection", client, { near: /write\(|echoed/ });
    peer.end();
    // It prints the message twice: once as what it sent, and once as what came back.
    if (!(await watch(client, () => client.stdout().split(message).length > 2))) {
      throw new Mistake("closes-before-reply", client, { near: /\.end\(|\.destroy/ });
    }
    if (closing === "reset") throw new Mistake("resets-connection", client, { near: /reset|destroy/ });
    await endsByItself(client, "never-ends", nearClosing, nearExit);
  }),
];
