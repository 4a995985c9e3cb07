// Step 05: the server sends back exactly what it received; the client prints what came back.
import { check, watch } from "../tutor/judge/check.ts";
import { Mistake } from "../tutor/judge/mistake.ts";
import { printedSince, showsRawBuffer } from "../tutor/judge/output.ts";
import { quote } from "../tutor/judge/quote.ts";

/** Every value that a byte can have. As text in UTF-8, this makes no sense, so it does not survive decoding. */
const EVERY_BYTE = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
const MESSAGE = "Is anybody there?";
/**
 * An answer that no echo server gives: it can be printed only by a client that looks at it. It is as long as the
 * message, in bytes, for a client that reads as much as it has sent.
 */
const REPLY = "Ja! 世界 👋 ?";
/** How long, in milliseconds, a server may take to end the connection after its client has. */
const ENDING = 1_000;

export const checks = [
  check("server", "the server sends back exactly the bytes that it received", async (bench) => {
    const server = await bench.startServer();
    const client = await bench.connectTo(server);
    client.send(EVERY_BYTE);
    await watch(server, () => client.received().length >= EVERY_BYTE.length || client.closing());
    // A server whose client has nothing more to send has nothing more to echo. What it adds, has come by then.
    client.end();
    await server.transcript.until(() => client.closing() ?? server.exit(), ENDING);

    const echo = client.received();
    if (echo.equals(EVERY_BYTE)) return;
    // The connection of a server that crashes ends a moment before the server does.
    if (client.closing()) await watch(server, () => false, ENDING);
    const facts = { expected: EVERY_BYTE, near: /write\(|end\(.|pipe/ };
    const decoded = (["utf8", "latin1", "ascii", "utf16le"] as const).map((encoding) =>
      Buffer.from(EVERY_BYTE.toString(encoding)),
    );
    if (echo.length === 0) throw new Mistake("no-echo", server, facts);
    if (decoded.some((wrong) => echo.equals(wrong))) throw new Mistake("decoded-echo", server, facts);
    if (EVERY_BYTE.subarray(0, echo.length).equals(echo)) throw new Mistake("partial-echo", server, facts);
    throw new Mistake(echo.includes(EVERY_BYTE) ? "adds-bytes" : "changed-echo", server, facts);
  }),

  check("client", "the client prints the text that came back", async (bench) => {
    const client = await bench.startClientWithServer({ args: [MESSAGE] });
    const peer = await bench.acceptFrom(client);
    if (!(await watch(client, () => peer.received().length > 0))) throw new Mistake("sends-nothing", client);
    const message = peer.received().toString("utf8");
    await watch(client, () => client.stdout().includes(message), ENDING);
    const before = client.stdout();
    peer.send(Buffer.from(REPLY, "utf8"));
    peer.end();
    if (await watch(client, () => client.stdout().includes(REPLY))) return;

    const printed = printedSince(client, before);
    // From step 08 on, a client may refuse a reply that is not its message: it says so, and fails.
    if (bench.step >= 8 && printed.trim() === "" && client.exit()?.code === 1) return;
    const facts = {
      expected: quote(REPLY),
      actual: quote(message),
      near: /echoed|once\(\w+, "data"|on\("data"/,
    };
    if (client.stdout().split(message).length > 2) throw new Mistake("prints-what-it-sent", client, facts);
    if (showsRawBuffer(printed)) throw new Mistake("prints-raw-buffer", client, facts);
    if (printed.includes("Ja!")) throw new Mistake("garbles-text", client, facts);
    throw new Mistake(printed.trim() === "" ? "prints-no-reply" : "prints-other-reply", client, facts);
  }),
];
