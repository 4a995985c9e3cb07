// A right echo client with an enum, a namespace, and a class with parameter properties: TypeScript that has to be compiled.
// right for: 08-10
import net from "node:net";

enum State {
  Connecting,
  Sending,
  Receiving,
  Done,
}

namespace Settings {
  export const host = process.env.HOST ?? "127.0.0.1";
  export const port = Number(process.env.PORT ?? 9999);
}

class EchoClient {
  private state = State.Connecting;
  private readonly received: Buffer[] = [];

  constructor(
    private readonly socket: net.Socket,
    private readonly message: Buffer,
  ) {
    socket.on("data", (data) => this.received.push(data));
    socket.on("end", () => this.finish());
    socket.on("error", (error) => this.fail(error));
  }

  start(): void {
    this.socket.connect(Settings.port, Settings.host, () => {
      console.log(`Connected to ${Settings.host}:${Settings.port}`);
      this.state = State.Sending;
      this.socket.end(this.message, () => (this.state = State.Receiving));
      console.log(`Sent: ${this.message}`);
    });
  }

  fail(error: Error): void {
    console.error(`${Settings.host}:${Settings.port}, ${State[this.state]}: ${error.message}`);
    process.exitCode = 1;
  }

  private finish(): void {
    const reply = Buffer.concat(this.received);
    console.log(`Server echoed: ${reply}`);
    if (reply.equals(this.message)) this.state = State.Done;
    else this.fail(new Error("the reply is not the message"));
  }
}

const client = new EchoClient(new net.Socket(), Buffer.from(process.argv[2] ?? "Hello Echo!"));
try {
  client.start();
} catch (error) {
  client.fail(error as Error);
}
