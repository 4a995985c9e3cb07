// Takes the number at the beginning of a text for a number.
// mistake: accepts-nonsense
// why: parseInt() is what one learns first.
import { on, once } from "node:events";
import net from "node:net";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const HELP = `Usage: echo_server.ts [options]
  -k, --keep-open             serve one client after another and many at once, until Ctrl+C
      --idle-timeout SECONDS  close a connection on which nothing happens for so long
      --max-connections N     with --keep-open: serve N clients at once, and turn others away
  -h, --help                  show this help
The environment variables HOST (0.0.0.0) and PORT (9999) say where to listen.`;

/** How many bytes of what a client sends are shown. */
const PREVIEW = 80;

/** What the command line asks for. */
interface Options {
  keepOpen: boolean;
  /** In seconds; without it, a client may be silent for ever. */
  idleTimeout: number | undefined;
  maxConnections: number | undefined;
  help: boolean;
}

/** Reads the command line. Throws when it makes no sense. */
function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      "keep-open": { type: "boolean", short: "k", default: false },
      "idle-timeout": { type: "string" },
      "max-connections": { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  return {
    keepOpen: values["keep-open"],
    idleTimeout: wholeNumber("--idle-timeout", values["idle-timeout"]),
    maxConnections: wholeNumber("--max-connections", values["max-connections"]),
    help: values.help,
  };
}

/**
 * The number that an option was given, or undefined without the option.
 * Not just any number: a timer of Node's runs for 2147483 s at most.
 */
function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (Number.parseInt(text) > 0) return Number.parseInt(text);
  throw new Error(`${option} takes a whole number from 1 to 999999, and not "${text}"`);
}

/** Shows what could control a terminal (escape sequences, line ends) instead of letting it: as \u{number}. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    return `\\u{${character.charCodeAt(0).toString(16)}}`;
  });
}

/** Serves one client, until it has finished, its connection fails, or nothing happens for too long. */
async function serve(socket: net.Socket, idleTimeout: number | undefined): Promise<void> {
  try {
    if (idleTimeout !== undefined) {
      socket.setTimeout(idleTimeout * 1000, () => {
        socket.destroy(new Error(`nothing happened for ${idleTimeout} s`));
      });
    }

    const decoder = new TextDecoder();
    let shown = 0;
    const show = (data: Buffer) => {
      const preview = data.subarray(0, PREVIEW - shown);
      console.log(`Received: ${visible(decoder.decode(preview, { stream: true }))}`);
      shown += preview.length;
      if (shown === PREVIEW) socket.off("data", show);
    };
    socket.on("data", show);

    await pipeline(socket, socket);
    const rest = shown < PREVIEW ? decoder.decode() : "";
    if (rest !== "") console.log(`Received: ${rest}`);
    console.log(`Echoed: ${socket.bytesRead} bytes`);
  } finally {
    socket.destroy();
  }
}

/** Says in one line what failed, and where. */
function report(place: string, error: unknown): void {
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo server failed (${place}): ${message.split("\n")[0] || code}`);
}

const server = net.createServer({ allowHalfOpen: true });

/** Listens, accepts clients, and serves them. */
async function run({ keepOpen, idleTimeout, maxConnections }: Options): Promise<void> {
  server.maxConnections = keepOpen ? (maxConnections ?? Infinity) : 1;
  server.on("drop", (client) => {
    console.error(`Turned away ${client?.remoteAddress}:${client?.remotePort}: too many connections`);
  });

  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);

  const stop = () => {
    console.log("Stopping: no new clients, and those that were accepted are served to the end");
    process.off("SIGINT", stop).off("SIGTERM", stop);
    server.close();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);

  const connections = on(server, "connection", { close: ["close"] }) as AsyncIterable<[net.Socket]>;
  for await (const [socket] of connections) {
    const client = `${socket.remoteAddress}:${socket.remotePort}`;
    console.log(`Connected by ${client}`);
    const served = serve(socket, idleTimeout);
    if (keepOpen) served.catch((error: unknown) => report(client, error));
    else {
      await served;
      break;
    }
  }
}

try {
  const options = readOptions();
  if (options.help) console.log(HELP);
  else await run(options);
} catch (error) {
  report(`${HOST}:${PORT}`, error);
  process.exitCode = 1;
} finally {
  server.close();
}
