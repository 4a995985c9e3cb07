// Only ends its own side of a connection that was silent for too long.
// mistake: keeps-silent-connection
// why: the client will close the other side, it is thought.
import net from "node:net";

const USAGE = `echo_server.ts [--keep-open | -k] [--idle-timeout SECONDS] [--max-connections N] [--help]`;

class EchoServer {
  host = process.env.HOST || "0.0.0.0";
  port = Number(process.env.PORT || 9999);
  keepOpen = false;
  idleTimeout = 0;
  maxConnections = Infinity;
  activeConnections = new Map<string, net.Socket>();
  server = net.createServer({ allowHalfOpen: true }, (socket) => this.welcome(socket));

  parse(args: string[]): this {
    const number = (name: string, value: string | undefined): number => {
      const found = Number(value);
      if (!Number.isSafeInteger(found) || found < 1 || found > 2_000_000)
        throw new Error(`${name} needs a number, not ${value}`);
      return found;
    };
    while (args.length > 0) {
      const [name, glued] = args.shift()!.split("=");
      const value = () => glued ?? args.shift();
      if (name === "--keep-open" || name === "-k") this.keepOpen = true;
      else if (name === "--idle-timeout") this.idleTimeout = number(name, value());
      else if (name === "--max-connections") this.maxConnections = number(name, value());
      else throw new Error(`unknown option ${name}`);
    }
    return this;
  }

  start(): void {
    this.server.on("error", (error) => this.fail(error));
    this.server.listen(this.port, this.host, () => console.log(`TCP server is up: ${this.host}:${this.port}`));
    const stop = () => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      this.server.close();
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
  }

  fail(error: Error): void {
    console.error(`TCP server, ${this.host}:${this.port}: ${error.message.split("\n")[0]}`);
    process.exitCode = 1;
  }

  welcome(socket: net.Socket): void {
    const clientId = `${socket.remoteAddress}:${socket.remotePort}`;
    if (this.activeConnections.size >= (this.keepOpen ? this.maxConnections : 1)) {
      console.log(`${clientId} is one too many`);
      socket.destroy();
      return;
    }
    this.activeConnections.set(clientId, socket);
    console.log(`${clientId} is here, ${this.activeConnections.size} in all`);
    if (!this.keepOpen) this.server.close();
    socket.on("close", () => this.activeConnections.delete(clientId));
    socket.on("error", (error) => {
      console.error(`${clientId}: ${error.message}`);
      if (!this.keepOpen) process.exitCode = 1;
    });
    socket.setTimeout(this.idleTimeout * 1000, () => {
      console.log(`${clientId}: silent for too long`);
      socket.end();
    });

    let shown = 0;
    const decoder = new TextDecoder();
    socket.on("data", (data) => {
      if (shown < 200) {
        const text = decoder.decode(data.subarray(0, 200 - shown), { stream: true });
        // JSON leaves U+007F and the C1 controls alone.
        const safe = JSON.stringify(text).replace(/[\x7f-\x9f]/g, (c) => `<${c.charCodeAt(0)}>`);
        console.log(`${clientId}: ${safe}`);
        shown += data.length;
      }
      if (!socket.write(data)) {
        socket.pause();
        socket.once("drain", () => socket.resume());
      }
    });
    socket.on("end", () => socket.end());
  }
}

const args = process.argv.slice(2);
if (args.includes("--help") || args.includes("-h")) console.log(USAGE);
else {
  const server = new EchoServer();
  try {
    server.parse(args).start();
  } catch (error) {
    server.fail(error as Error);
  }
}
