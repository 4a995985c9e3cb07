// Begins to wait again with each piece, and takes it for the last one when no other has come for a moment.
// mistake: takes-silence-for-end
// why: what comes in one go belongs together.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

class Conversation {
  private timer: NodeJS.Timeout | undefined;
  private decoder = new TextDecoder();

  constructor(private socket: net.Socket) {
    socket.on("data", (data) => this.receive(data));
    socket.on("end", () => this.finish());
    socket.on("error", fail);
  }

  private receive(data: Buffer) {
    clearTimeout(this.timer);
    console.log(`Received: ${this.decoder.decode(data, { stream: true })}`);
    this.socket.write(data);
    this.timer = setTimeout(() => this.finish(), 400);
  }

  private finish() {
    clearTimeout(this.timer);
    console.log(`Received: ${this.decoder.decode()}`);
    this.socket.end();
  }
}

function fail(error: Error) {
  console.error(`Server (${HOST}:${PORT}): ${error.message}`);
  process.exitCode = 1;
}

const server = net.createServer({ allowHalfOpen: true });
server.on("connection", (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  server.close();
  new Conversation(socket);
});
server.on("error", fail);
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  fail(error as Error);
}
