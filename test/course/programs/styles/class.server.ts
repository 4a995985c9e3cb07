// A right echo server, written as a class. It closes with destroySoon(), after the last byte.
// right for: 02-07
import * as net from "node:net";

class EchoServer {
  readonly #host: string;
  readonly #port: number;
  readonly #server = net.createServer((socket) => this.#serve(socket));

  constructor(host: string, port: number) {
    this.#host = host;
    this.#port = port;
    this.#server.on("error", (error) => this.#fail("listening", error));
  }

  start(): void {
    this.#server.listen(this.#port, this.#host, () => console.log(`EchoServer[port=${this.#port}]: up`));
  }

  #serve(socket: net.Socket): void {
    console.log(`EchoServer[port=${this.#port}]: ${socket.remoteAddress}/${socket.remotePort}`);
    socket.on("error", (error) => this.#fail("reading", error));
    socket.on("close", () => this.#server.close());
    socket.once("data", (data) => {
      console.log(data.toString("utf-8"));
      socket.write(data);
      socket.destroySoon();
    });
  }

  #fail(task: string, error: Error): void {
    console.error(`EchoServer[port=${this.#port}]: ${task}: ${error.message}`);
    process.exitCode = 1;
  }
}

try {
  new EchoServer(process.env.HOST ?? "0.0.0.0", Number(process.env.PORT ?? 9999)).start();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
