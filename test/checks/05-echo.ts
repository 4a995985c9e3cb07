// Step 05: the server sends back exactly what it received; the client prints what came back.
import { check } from "../tutor/judge/check.ts";
import { settles, watch } from "../tutor/judge/watch.ts";
import { checkEcho, EVERY_BYTE } from "../tutor/judge/bytes.ts";
import { Mistake } from "../tutor/judge/mistake.ts";
import { quote } from "../tutor/judge/quote.ts";
import { showsReply } from "../tutor/judge/text.ts";

const MESSAGE = "Is anybody there?";
/**
 * An answer that no echo server gives: it can be printed only by a client that looks at it. It is as long as the
 * message, in bytes, for a client that reads as much as it has sent.
 */
const REPLY = "Ja! 世界 👋 ?";

export const checks = [
  check("server", "the server sends back exactly the bytes that it received", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    void client.send(EVERY_BYTE);
    await watch(server, () => client.received().length >= EVERY_BYTE.length || client.closing());
    // A server whose client has nothing more to send has nothing more to echo. What it adds, has come by then.
    client.end();
    await settles(server, client);
    checkEcho(server, EVERY_BYTE, client.received());
  }),

  check("client", "the client prints the text that came back", async (bench) => {
    const client = await bench.startClientWithServer({ args: [MESSAGE] });
    const peer = await bench.acceptFrom(client);
    if (!(await watch(client, () => peer.received().length > 0)))
      throw new Mistake("sends-nothing", client, { expected: quote(MESSAGE), actual: MESSAGE });
    const message = peer.received().toString("utf8");
    await watch(client, () => client.stdout().includes(message));
    const before = client.stdout();
    void peer.send(Buffer.from(REPLY, "utf8"));
    peer.end();
    await showsReply(client, message, REPLY, before);
  }),
];
