// The echo client: it sends a message and prints what the server sends back.
import { on, once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";

// 127.0.0.1 means this machine itself.
const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const HELP = `Usage: echo_client.ts [options] [message]
      --timeout SECONDS  give up when nothing happens for so long
  -h, --help             show this help
The environment variables HOST (127.0.0.1) and PORT (9999) say where to connect.`;

/** What the command line asks for. */
interface Options {
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
  return {
    message: positionals[0] ?? "Hello Echo!",
    timeout: wholeNumber("--timeout", values.timeout),
    help: values.help,
  };
}

/**
 * The number that an option was given, or undefined without the option.
 * Not just any number: a timer of Node's runs for 2147483 s at most.
 */
function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Error(`${option} takes a whole number from 1 to 999999, and not "${text}"`);
}

/** Shows what could control a terminal (escape sequences, line ends) instead of letting it: as \u{number}. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) => {
    return `\\u{${character.charCodeAt(0).toString(16)}}`;
  });
}

// So far the socket is an object in this program. The operating system does not know of it yet.
const socket = new net.Socket();

/** Connects, sends the message, and prints what comes back. */
async function run({ message, timeout }: Options): Promise<void> {
  if (timeout !== undefined) {
    socket.setTimeout(timeout * 1000, () => {
      socket.destroy(new Error(`nothing happened for ${timeout} s`));
    });
  }

  // connect(): the call only asks for it; the event says that the server's system has agreed.
  socket.connect(PORT, HOST);
  await once(socket, "connect");
  console.log(`Connected to ${HOST}:${PORT}`);

  // sendall(): a socket carries bytes, so the text is encoded. No newline, no end mark: just the message.
  // shutdown(): FIN goes out after the last byte. Only this tells the server that the message is complete.
  const bytes = Buffer.from(message, "utf8");
  socket.end(bytes);
  console.log(`Sent: ${message}`);

  // recv() in a loop: the reply arrives in pieces of any size, until the server has finished ("end").
  const pieces: Buffer[] = [];
  for await (const [data] of on(socket, "data", { close: ["end"] }) as AsyncIterable<[Buffer]>) {
    pieces.push(data);
  }
  const reply = Buffer.concat(pieces);

  // Print what came back, not what was sent. That they are the same is the server's merit: make sure of it.
  console.log(`Server echoed: ${visible(reply.toString("utf8"))}`);
  if (!reply.equals(bytes)) {
    throw new Error(`${bytes.length} bytes were sent, and ${reply.length} others came back`);
  }
}

try {
  const options = readOptions();
  if (options.help) console.log(HELP);
  else await run(options);
} catch (error) {
  // Who waits for a socket is thrown its error. Some errors have a code, but no message, and some many lines.
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo client failed (${HOST}:${PORT}): ${message.split("\n")[0] || code}`);
  process.exitCode = 1;
} finally {
  // close(), whatever happened. Nothing is left to wait for: the program ends.
  socket.destroy();
}
