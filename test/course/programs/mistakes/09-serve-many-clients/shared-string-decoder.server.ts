// Has one StringDecoder in the object that all clients share.
// mistake: mixes-up-texts
// why: there is one server, and it decodes.
import net from "node:net";
import { StringDecoder } from "node:string_decoder";

class EchoServer {
  private readonly decoder = new StringDecoder("utf8");
  private readonly server = net.createServer({ allowHalfOpen: true }, (socket) => this.serve(socket));

  constructor(
    private readonly host: string,
    private readonly port: number,
    private readonly keepOpen: boolean,
  ) {
    this.server.on("error", (error) => this.fail(`${host}:${port}`, error, 1));
  }

  start(): void {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => this.server.close());
    try {
      this.server.listen(this.port, this.host, () => console.log(`Listening on ${this.host}:${this.port}`));
    } catch (error) {
      this.fail(`${this.host}:${this.port}`, error as Error, 1);
    }
  }

  private serve(socket: net.Socket): void {
    if (!this.keepOpen) this.server.close();
    const client = `${socket.remoteAddress}:${socket.remotePort}`;
    console.log(`Connected by ${client}`);
    socket.on("data", (data) => {
      console.log(`${client}: ${this.decoder.write(data)}`);
      socket.write(data);
    });
    socket.on("end", () => {
      console.log(`${client}: ${this.decoder.end()}`);
      socket.end();
    });
    socket.on("error", (error) => this.fail(client, error, this.keepOpen ? 0 : 1));
  }

  private fail(who: string, error: Error, exitCode: number): void {
    console.error(`${who}: ${error.message}`);
    process.exitCode = exitCode;
  }
}

const keepOpen = process.argv.includes("--keep-open") || process.argv.includes("-k");
new EchoServer(process.env.HOST ?? "0.0.0.0", Number(process.env.PORT ?? 9999), keepOpen).start();
