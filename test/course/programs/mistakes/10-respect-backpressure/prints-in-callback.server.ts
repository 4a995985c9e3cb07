// Listens for data in the callback of pipeline(), which is called at its end.
// mistake: receives-nothing
// why: the callback of other functions is called at their beginning.
import net from "node:net";
import { pipeline } from "node:stream";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

class EchoServer {
  private readonly server = net.createServer({ allowHalfOpen: true }, (socket) => this.serve(socket));

  constructor(private readonly keepOpen: boolean) {
    this.server.on("error", (error) => this.fail(`${HOST}:${PORT}`, error));
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => this.server.close());
  }

  start() {
    try {
      this.server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
    } catch (error) {
      this.fail(`${HOST}:${PORT}`, error as Error);
    }
  }

  private serve(socket: net.Socket) {
    if (!this.keepOpen) this.server.close();
    const client = `${socket.remoteAddress}:${socket.remotePort}`;
    console.log(`Connected by ${client}`);
    pipeline(socket, socket, (error) => {
      if (error) return this.fail(client, error);
      socket.on("data", (data) => console.log(`Received: ${data}`));
    });
  }

  private fail(who: string, error: Error) {
    console.error(`${who}: ${error.message}`);
    if (!this.keepOpen || !this.server.listening) process.exitCode = 1;
  }
}

new EchoServer(process.argv.includes("--keep-open") || process.argv.includes("-k")).start();
