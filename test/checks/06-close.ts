// Step 06: after the echo both sides close, in order, and both programs end by themselves.
import { check, watch } from "../support/check.ts";
import { Mistake, type MistakeName } from "../support/mistake.ts";
import { isFree, type Peer } from "../support/peer.ts";
import type { Program } from "../support/program.ts";

/** From this step on the server closes when its client has half-closed, and no longer after its first echo. */
const READS_THE_WHOLE_STREAM = 8;
const MESSAGE = Buffer.from("Is anybody there? ".repeat(50));

/** Waits until `program` has closed its side of the connection in order, and closes the other side. */
async function closesInOrder(program: Program, peer: Peer): Promise<void> {
  const closing = await watch(program, () => peer.closing());
  if (closing === "reset") throw new Mistake("resets-connection", program, { near: /reset|destroy/ });
  if (closing === undefined) throw new Mistake("never-closes-connection", program, { near: /write\(|echoed/ });
  peer.end();
}

async function endsByItself(program: Program, otherwise: MistakeName): Promise<void> {
  await watch(program, () => false);
  const end = program.exit();
  if (end === undefined) throw new Mistake(otherwise, program, { near: /\.end\(|\.destroy/ });
  if (end.code !== 0) throw new Mistake("exits-with-failure", program, { actual: String(end.code), near: /exit/ });
}

export const checks = [
  check("after the echo, the server closes the connection and its listening socket, and ends", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    client.send(MESSAGE);
    if (bench.step >= READS_THE_WHOLE_STREAM) client.end();
    await watch(server, () => client.received().length >= MESSAGE.length || client.closing());

    if (client.closing() !== "reset" && !client.received().equals(MESSAGE)) {
      throw new Mistake(client.closing() ? "loses-echo" : "no-echo", server, { near: /\.end\(|\.destroy/ });
    }
    await closesInOrder(server, client);
    await endsByItself(server, "never-closes-listener");
    if (!(await isFree(server.port))) throw new Mistake("never-closes-listener", server, { near: /\.close\(/ });
  }),

  check("after the echo, the client closes the connection, and ends", async (bench) => {
    const client = await bench.startClientWithServer();
    const peer = await bench.acceptFrom(client);
    if (!(await watch(client, () => peer.received().length > 0))) throw new Mistake("sends-nothing", client);
    const message = peer.received();
    peer.send(message);
    if (bench.step >= READS_THE_WHOLE_STREAM) peer.end();
    await closesInOrder(client, peer);
    await endsByItself(client, "never-ends");
    // Once as what it sent, and once as what came back.
    const printed = client.stdout().split(message.toString("utf8")).length - 1;
    if (printed < 2) throw new Mistake("closes-before-reply", client, { near: /\.end\(|\.destroy/ });
  }),
];
