// Says the address and port of its own end of the connection that has failed.
// mistake: names-wrong-client
// why: localAddress stands first in the list that the editor shows.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const keepOpen = process.argv.includes("--keep-open") || process.argv.includes("-k");

class Connection {
  private readonly decoder = new TextDecoder();

  constructor(private readonly socket: net.Socket) {
    console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
    socket.on("data", (data) => this.echo(data));
    socket.on("end", () => this.finish());
    socket.on("error", (error) => this.report(error));
  }

  private echo(data: Buffer) {
    console.log(`Received: ${this.decoder.decode(data, { stream: true })}`);
    this.socket.write(data);
  }

  private finish() {
    console.log(`Received: ${this.decoder.decode()}`);
    this.socket.end();
  }

  private report(error: Error) {
    console.error(`${this.socket.localAddress}:${this.socket.localPort} has failed: ${error.message}`);
    if (!keepOpen) process.exitCode = 1;
  }
}

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  if (!keepOpen) server.close();
  new Connection(socket);
});

function fail(error: unknown) {
  console.error(`Server on ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
}

server.on("error", fail);
process.once("SIGINT", () => server.close());
process.once("SIGTERM", () => server.close());
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  fail(error);
}
