// A right echo server with limits that begins every line of a client with a prefix, and puts a sign in the place of control characters.
// right for: 10-11
import { once } from "node:events";
import net from "node:net";
import process from "node:process";

const HELP = ["--keep-open, -k", "--idle-timeout SECONDS", "--max-connections N", "--help"].join("\n");

class Options {
  keepOpen = false;
  seconds?: number;
  connections?: number;
  help = false;

  constructor(args: readonly string[]) {
    for (let index = 0; index < args.length; index += 1) {
      const [name, given] = args[index]!.split("=");
      const value = () => given ?? args[(index += 1)];
      switch (name) {
        case "--keep-open":
        case "-k":
          this.keepOpen = true;
          break;
        case "--idle-timeout":
          this.seconds = Options.positive(value());
          break;
        case "--max-connections":
          this.connections = Options.positive(value());
          break;
        case "--help":
          this.help = true;
          break;
        default:
          throw new Error(`what is ${name} (see --help)`);
      }
    }
  }

  static positive(text: string | undefined): number {
    if (!text || !/^[0-9]+$/.test(text) || Number(text) === 0)
      throw new Error(`${text} is no positive number`);
    return Number(text);
  }
}

class Log {
  readonly #prefix: string;
  #room = 500;
  #decoder = new TextDecoder();

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  show(bytes: Buffer): void {
    const some = bytes.subarray(0, this.#room);
    this.#room -= some.length;
    if (some.length === 0) return;
    for (const line of this.#decoder.decode(some, { stream: true }).split(/\r\n|[\n\r\u0085\u2028\u2029]/))
      console.log(`${this.#prefix} | ${line.replace(/\p{C}/gu, "¿")}`);
    if (this.#room === 0) console.log(`${this.#prefix} | (and so on)`);
  }

  end(): void {
    const rest = this.#room > 0 ? this.#decoder.decode() : "";
    if (rest) console.log(`${this.#prefix} | ${rest}`);
  }
}

const place = { host: process.env.HOST ?? "0.0.0.0", port: Number(process.env.PORT ?? 9999) };
const server = new net.Server({ allowHalfOpen: true });
const oops = (what: string, error: unknown) => {
  console.error(`${what}: ${String((error as Error).message || (error as NodeJS.ErrnoException).code)}`);
};

try {
  const options = new Options(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else {
    server.maxConnections = options.connections ?? Number.MAX_SAFE_INTEGER;
    server.on("drop", () => console.error(`${server.maxConnections} clients, and no room for one more`));
    server.on("connection", (socket) => {
      const name = `${socket.remoteAddress}:${socket.remotePort}`;
      console.log(`${name} connected`);
      if (!options.keepOpen) server.close();
      const log = new Log(name);
      socket.on("data", (bytes) => log.show(bytes));
      socket.pipe(socket);
      socket.on("end", () => log.end());
      socket.on("end", () => console.log(`${name} has sent ${socket.bytesRead} bytes`));
      socket.on("error", (error) => {
        oops(name, error);
        if (!options.keepOpen) process.exitCode = 1;
        socket.destroy();
      });
      if (options.seconds === undefined) return;
      socket.setTimeout(options.seconds * 1_000);
      void once(socket, "timeout", { signal: AbortSignal.timeout(2 ** 31 - 1) }).then(() => {
        console.log(`${name} has been silent for ${options.seconds} seconds`);
        socket.resetAndDestroy();
      });
    });
    const last = () => {
      process.removeListener("SIGINT", last).removeListener("SIGTERM", last);
      server.close();
    };
    process.on("SIGINT", last).on("SIGTERM", last);
    server.listen(place);
    await once(server, "listening");
    console.log("Listening:", place);
  }
} catch (error) {
  oops(`${place.host}:${place.port}`, error);
  process.exitCode = 1;
}
