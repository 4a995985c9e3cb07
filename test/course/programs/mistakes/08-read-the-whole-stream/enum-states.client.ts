// Has an enum of states, and takes the reply for complete in the first of them.
// mistake: prints-first-piece
// why: one state follows the other with each event.
import net from "node:net";

enum State {
  Connecting,
  Waiting,
  Done,
}

class EchoClient {
  private state = State.Connecting;

  constructor(
    private readonly host: string,
    private readonly port: number,
    private readonly message: string,
  ) {}

  start() {
    const socket = net.connect(this.port, this.host);
    socket.on("connect", () => {
      console.log(`Connected to ${this.host}:${this.port}`);
      socket.end(this.message);
      console.log(`Sent: ${this.message}`);
      this.state = State.Waiting;
    });
    socket.on("data", (data) => {
      if (this.state === State.Waiting) this.finish(data.toString());
      this.state = State.Done;
    });
    socket.on("end", () => {
      if (this.state !== State.Done) this.fail(new Error(`the server left in state ${State[this.state]}`));
    });
    socket.on("error", (error) => this.fail(error));
  }

  fail(error: Error) {
    console.error(`Client (${this.host}:${this.port}): ${error.message}`);
    process.exitCode = 1;
  }

  private finish(reply: string) {
    console.log(`Server echoed: ${reply}`);
    if (reply !== this.message) this.fail(new Error("the reply is not the message"));
  }
}

const client = new EchoClient(
  process.env.HOST ?? "127.0.0.1",
  Number(process.env.PORT ?? 9999),
  process.argv[2] ?? "Hello Echo!",
);
try {
  client.start();
} catch (error) {
  client.fail(error as Error);
}
