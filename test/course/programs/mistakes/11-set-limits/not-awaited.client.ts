// Does not wait for run(), so that everything is closed at once.
// mistake: not-awaited
// why: the call stood at the top level before, and needed no await of its own.
import { on, once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const HELP = `Usage: echo_client.ts [options] [message]
      --timeout SECONDS  give up when nothing happens for so long
  -h, --help             show this help
The environment variables HOST (127.0.0.1) and PORT (9999) say where to connect.`;

interface Options {
  message: string;
  timeout: number | undefined;
  help: boolean;
}

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

function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Error(`${option} takes a whole number from 1 to 999999, and not "${text}"`);
}

function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    return `\\u{${character.charCodeAt(0).toString(16)}}`;
  });
}

const socket = new net.Socket();

async function run({ message, timeout }: Options): Promise<void> {
  if (timeout !== undefined) {
    socket.setTimeout(timeout * 1000, () => {
      socket.destroy(new Error(`nothing happened for ${timeout} s`));
    });
  }

  socket.connect(PORT, HOST);
  await once(socket, "connect");
  console.log(`Connected to ${HOST}:${PORT}`);

  const bytes = Buffer.from(message, "utf8");
  socket.end(bytes);
  console.log(`Sent: ${message}`);

  const pieces: Buffer[] = [];
  for await (const [data] of on(socket, "data", { close: ["end"] }) as AsyncIterable<[Buffer]>) {
    pieces.push(data);
  }
  const reply = Buffer.concat(pieces);

  console.log(`Server echoed: ${visible(reply.toString("utf8"))}`);
  if (!reply.equals(bytes)) {
    throw new Error(`${bytes.length} bytes were sent, and ${reply.length} others came back`);
  }
}

try {
  const options = readOptions();
  if (options.help) console.log(HELP);
  else void run(options);
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo client failed (${HOST}:${PORT}): ${message.split("\n")[0] || code}`);
  process.exitCode = 1;
} finally {
  socket.destroy();
}
