// Step 04: the client sends its message as bytes, and prints it; the server receives bytes, and prints their text.
import { check, type Bench } from "../tutor/judge/check.ts";
import { settles, watch } from "../tutor/judge/watch.ts";
import { checkSent, DEFAULT_MESSAGE } from "../tutor/judge/bytes.ts";
import { saysWhatItSent, showsText, TEXT } from "../tutor/judge/text.ts";

/** Starts the client and checks that it sends `message`, exactly, and prints it. */
async function sendsMessage(bench: Bench, args: string[], message: string): Promise<void> {
  const client = await bench.startClientWithServer({ args });
  const peer = await bench.acceptFrom(client);
  const expected = Buffer.byteLength(message);
  await watch(client, () => peer.received().length >= expected || peer.closing());
  await watch(client, () => client.stdout().includes(message));
  // A client that hears that no reply will come has nothing left to send. What it adds, has come by then.
  peer.end();
  await settles(client, peer);
  checkSent(client, peer.received(), message);
  await saysWhatItSent(client, message);
}

export const checks = [
  check("client", "the client sends exactly the UTF-8 bytes of its argument, and prints it", (bench) =>
    sendsMessage(bench, [TEXT], TEXT),
  ),

  check("client", `without an argument, the client sends "${DEFAULT_MESSAGE}"`, (bench) =>
    sendsMessage(bench, [], DEFAULT_MESSAGE),
  ),

  check("server", "the server prints the text that arrived", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    const before = server.stdout();
    void client.send(Buffer.from(TEXT));
    await showsText(server, client, TEXT, before);
  }),
];
