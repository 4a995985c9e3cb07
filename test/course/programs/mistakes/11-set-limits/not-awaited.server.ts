// Does not wait for run(), so that everything is closed at once.
// mistake: not-awaited
// why: the call stood at the top level before, and needed no await of its own.
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

const PREVIEW = 80;

interface Options {
  keepOpen: boolean;
  idleTimeout: number | undefined;
  maxConnections: number | undefined;
  help: boolean;
}

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

function report(place: string, error: unknown): void {
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo server failed (${place}): ${message.split("\n")[0] || code}`);
}

const server = net.createServer({ allowHalfOpen: true });

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
  else void run(options);
} catch (error) {
  report(`${HOST}:${PORT}`, error);
  process.exitCode = 1;
} finally {
  server.close();
}
