// A right echo server for the whole stream, with an object for each connection that stops and goes on by itself.
// right for: 08-10
import * as net from "node:net";

class Connection {
  static #count = 0;
  readonly #number = ++Connection.#count;
  readonly #decoder = new TextDecoder();
  readonly #socket: net.Socket;

  constructor(socket: net.Socket, onClose: (failed: boolean) => void) {
    this.#socket = socket;
    this.#log(`${socket.remoteAddress} port ${socket.remotePort}`);
    socket.on("data", (bytes) => this.#echo(bytes));
    socket.on("drain", () => socket.resume());
    socket.on("end", () => this.#finish());
    socket.on("error", ({ message }) => console.error(`[${this.#number}] ${message}`));
    socket.on("close", onClose);
  }

  #echo(bytes: Buffer): void {
    this.#log(this.#decoder.decode(bytes, { stream: true }));
    if (!this.#socket.write(bytes)) this.#socket.pause();
  }

  /** Of the last character, only the first bytes may have come. */
  #finish(): void {
    const rest = this.#decoder.decode();
    if (rest) this.#log(rest);
    this.#socket.end();
  }

  #log(text: string): void {
    console.log(`[${this.#number}] ${text}`);
  }
}

class EchoServer {
  readonly #server: net.Server;
  readonly #keepOpen: boolean;

  constructor(keepOpen: boolean) {
    this.#keepOpen = keepOpen;
    this.#server = net.createServer({ allowHalfOpen: true }, (socket) => this.#accept(socket));
    if (!keepOpen) this.#server.maxConnections = 1;
  }

  start(port: number, host: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, host, () => console.log(`EchoServer[port=${port}]: up`));
      this.#server.once("close", resolve);
    });
  }

  stop = (): void => void this.#server.close();

  #accept(socket: net.Socket): void {
    new Connection(socket, (failed) => {
      if (this.#keepOpen) return;
      if (failed) process.exitCode = 1;
      this.stop();
    });
  }
}

const [option] = process.argv.slice(2);
const echoServer = new EchoServer(option === "-k" || option === "--keep-open");
process.once("SIGINT", echoServer.stop);
process.once("SIGTERM", echoServer.stop);
try {
  await echoServer.start(Number(process.env.PORT ?? 9999), process.env.HOST ?? "0.0.0.0");
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
