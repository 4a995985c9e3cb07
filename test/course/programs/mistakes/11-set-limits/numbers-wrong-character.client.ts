// Asks for a code that is not there.
// mistake: shows-undefined
// why: a number was mistyped, and the ?. hides it.
import { on, once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";

// 127.0.0.1 means this machine itself.
const HOST = process.env.HOST || "127.0.0.1";
const PORT = process.env.PORT || "9999";

const HELP = `Usage: echo_client.ts [options] [message]
      --timeout SECONDS  give up when nothing happens for so long
  -h, --help             show this help
The environment variables HOST (127.0.0.1) and PORT (9999) say where to connect.`;

/** What the command line asks for. */
interface Options {
  port: number;
  message: string;
  /** In seconds; without it, the server may be silent for ever. */
  timeout: number | undefined;
  help: boolean;
}

/** Reads the command line. Throws when it makes no sense. */
function readOptions(): Options {
  const { values, positionals } = parseArgs({
    options: { timeout: { type: "string" }, help: { type: "boolean", short: "h", default: false } },
    allowPositionals: true,
  });
  const [message = "Hello Echo!", ...others] = positionals;
  if (others.length > 0) throw new Error("there is one message: put it in quotes if it has spaces");
  const { timeout, help } = values;
  return {
    port: wholeNumber("PORT", PORT, 65_535),
    message,
    timeout: timeout === undefined ? undefined : wholeNumber("--timeout", timeout),
    help,
  };
}

/**
 * The number that `name` was given as `text`. Digits only: Number() would also take "1e3" and " 9". And not too many:
 * a timer of Node's runs for 2147483 s at most.
 */
function wholeNumber(name: string, text: string, most = 999_999): number {
  if (/^[1-9]\d*$/.test(text) && Number(text) <= most) return Number(text);
  throw new Error(`${name} takes a whole number from 1 to ${most}, and not "${text}"`);
}

/** Shows what could control a terminal or hide in it (\p{C…}, line ends) as \u{number}, and so a backslash, too. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/gu, (character) => {
    return `\\u{${character.codePointAt(9)?.toString(16)}}`;
  });
}

/** An address and a port as one text. An IPv6 address has colons of its own, so it is put in brackets. */
function place(address: string | undefined, port: number | string | undefined): string {
  return `${net.isIPv6(address ?? "") ? `[${address}]` : address}:${port}`;
}

/** What is wrong with a reply that is not what was sent. */
function difference(sent: Buffer, reply: Buffer): string {
  if (reply.length === 0) return "nothing came back";
  const index = reply.findIndex((byte, at) => byte !== sent[at]);
  if (index < 0) return `only ${reply.length} of ${sent.length} bytes came back`;
  if (index >= sent.length) return `more than the ${sent.length} bytes that were sent came back`;
  return `byte ${index + 1} of ${sent.length} came back as another one`;
}

// So far the socket is an object in this program. The operating system does not know of it yet.
const socket = new net.Socket();

/** Connects, sends the message, and prints what comes back. */
async function run({ port, message, timeout }: Options): Promise<void> {
  if (timeout !== undefined) {
    socket.setTimeout(timeout * 1000, () => {
      socket.destroy(new Error(`nothing happened for ${timeout} s`));
    });
  }

  // connect(): the call only asks for it; the event says that the server's system has agreed.
  socket.connect(port, HOST);
  await once(socket, "connect");
  console.log(`Connected to ${place(HOST, PORT)}`);

  // sendall(): a socket carries bytes, so the text is encoded. No newline, no end mark: just the message.
  // shutdown(): FIN goes out after the last byte. Only this tells the server that the message is complete.
  const bytes = Buffer.from(message, "utf8");
  socket.end(bytes);
  console.log(`Sent: ${message}`);

  // recv() in a loop: the reply arrives in pieces of any size, until the server has finished ("end"). A server
  // that sends more than it got may never finish.
  const pieces: Buffer[] = [];
  for await (const [data] of on(socket, "data", { close: ["end"] }) as AsyncIterable<[Buffer]>) {
    pieces.push(data);
    if (socket.bytesRead > bytes.length) break;
  }
  const reply = Buffer.concat(pieces);

  // Print what came back, not what was sent. That they are the same is the server's merit: make sure of it.
  console.log(`Server echoed: ${visible(reply.toString("utf8"))}`);
  if (!reply.equals(bytes)) throw new Error(difference(bytes, reply));
}

// Who reads the output may stop reading it (head, less). The exit code still tells how it went.
for (const output of [process.stdout, process.stderr]) output.on("error", () => undefined);

try {
  const options = readOptions();
  if (options.help) console.log(HELP);
  else await run(options);
} catch (error) {
  // Who waits for a socket is thrown its error. Some errors have a code, but no message, and some many lines.
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo client failed (${place(HOST, PORT)}): ${message.split("\n")[0] || code}`);
  process.exitCode = 1;
} finally {
  // close(), whatever happened. Nothing is left to wait for: the program ends.
  socket.destroy();
}
