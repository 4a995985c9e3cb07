// Step 06: after the echo both sides close, in order, and both programs end by themselves.
import { check } from "../tutor/judge/check.ts";
import { watch } from "../tutor/judge/watch.ts";
import { closesAndEnds } from "../tutor/judge/ending.ts";
import { DEFAULT_MESSAGE, sendsMessage } from "../tutor/judge/bytes.ts";
import { asked, Mistake } from "../tutor/judge/mistake.ts";
import { quote } from "../tutor/judge/quote.ts";
import { hasReceived, printsNoReply } from "../tutor/judge/text.ts";

const MESSAGE = Buffer.from("Is anybody there? ".repeat(50));

export const checks = [
  check(
    "server",
    "after the echo, the server closes the connection and its listening socket, and ends",
    async (bench) => {
      const server = await bench.startServer();
      const client = await bench.connectTo(server);
      void client.send(MESSAGE);
      await watch(server, () => client.received().length >= MESSAGE.length || client.closing());
      if (client.closing() !== "reset" && !client.received().equals(MESSAGE))
        throw new Mistake(client.closing() ? "loses-echo" : "no-echo", server);
      await closesAndEnds(server, client);
    },
  ),

  check("client", "after the echo, the client closes the connection, and ends", async (bench) => {
    const client = await bench.startClientWithServer();
    const peer = await bench.acceptFrom(client);
    await asked(4, `without an argument, the client sends "${DEFAULT_MESSAGE}"`, () =>
      sendsMessage(client, peer, DEFAULT_MESSAGE),
    );
    const sent = peer.received();
    const message = sent.toString("utf8");
    void peer.send(sent);
    // It prints the message twice: once as what it sent, and once as what came back.
    const isPrinted = () => client.stdout().split(message).length > 2;
    const closing = await watch(client, () => peer.closing());
    if (closing !== undefined) {
      peer.end();
      if (!(await watch(client, isPrinted))) {
        if (hasReceived(client)) throw printsNoReply(client, message);
        throw new Mistake("closes-before-reply", client, { expected: quote(message) });
      }
    }
    await closesAndEnds(client, peer);
    const added = peer.received();
    if (!added.equals(sent)) throw new Mistake("adds-bytes", client, { expected: sent });
  }),
];
