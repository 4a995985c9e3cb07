// Sends as much as the socket has room for.
// mistake: sends-wrong-bytes
// why: writableHighWaterMark says how much may be written, it is thought.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

class EchoClient {
  private readonly socket = new net.Socket();
  private readonly pieces: Buffer[] = [];

  constructor(private readonly message: Buffer) {
    this.socket
      .on("connect", () => this.send())
      .on("data", (piece) => this.pieces.push(piece))
      .on("end", () => this.finish())
      .on("error", (error) => this.fail(error.message));
  }

  connect() {
    try {
      this.socket.connect(PORT, HOST);
    } catch (error) {
      this.fail((error as Error).message);
    }
  }

  private send() {
    console.log(`Connected to ${HOST}:${PORT}`);
    this.socket.end(this.message.subarray(0, this.socket.writableHighWaterMark));
    console.log(`Sent: ${this.message}`);
  }

  private finish() {
    const reply = Buffer.concat(this.pieces);
    console.log(`Server echoed: ${reply}`);
    if (!reply.equals(this.message)) this.fail("the reply is not the message");
  }

  private fail(why: string) {
    console.error(`Client (${HOST}:${PORT}): ${why}`);
    process.exitCode = 1;
  }
}

new EchoClient(Buffer.from(process.argv[2] ?? "Hello Echo!")).connect();
