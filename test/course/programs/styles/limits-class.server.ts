// A right echo server with limits, written as a class. It shows text with util.inspect().
// right for: 10-11
import { Server, type Socket } from "node:net";
import { inspect, parseArgs, type ParseArgsConfig } from "node:util";

const config = {
  options: {
    "keep-open": { type: "boolean", short: "k" },
    "idle-timeout": { type: "string", default: "0" },
    "max-connections": { type: "string", default: "1000000" },
    help: { type: "boolean" },
  },
} satisfies ParseArgsConfig;

class EchoServer extends Server {
  readonly #sockets = new Set<Socket>();
  readonly #keepOpen: boolean;
  readonly #idle: number;

  constructor(keepOpen: boolean, idle: number) {
    super({ allowHalfOpen: true });
    this.#keepOpen = keepOpen;
    this.#idle = idle;
    this.on("connection", this.#serve);
    this.on("drop", (data) => console.log("Full: no place for", data?.remoteAddress, data?.remotePort));
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    console.log("Connection from", socket.remoteAddress, socket.remotePort, `(${this.#sockets.size})`);
    if (!this.#keepOpen) this.close();
    const heard: Buffer[] = [];
    socket.setTimeout(this.#idle);
    socket.on("timeout", () => {
      console.log("Asleep:", socket.remotePort);
      if (!this.#keepOpen) process.exitCode = 1;
      socket.destroy();
    });
    socket.on("data", (data) => heard.length < 4 && heard.push(data.subarray(0, 200)));
    socket.on("error", (error) => {
      console.error("Broken:", socket.remotePort, error.message);
      if (!this.#keepOpen) process.exitCode = 1;
      socket.destroy();
    });
    socket.on("end", () => {
      const text = inspect(Buffer.concat(heard).toString().slice(0, 1_000));
      console.log("Heard:", text.replace(/\p{Cf}|\p{Zl}|\p{Zp}/gu, "�"));
      console.log("Bytes:", socket.bytesRead);
      heard.length = 0;
    });
    socket.on("close", () => this.#sockets.delete(socket));
    socket.pipe(socket);
  }
}

try {
  const { values } = parseArgs(config);
  const [idle, most] = [values["idle-timeout"], values["max-connections"]].map((text) =>
    Number(text),
  );
  if (!(idle! >= 0 && most! >= 1)) throw new RangeError("--idle-timeout and --max-connections take numbers");
  if (values.help) {
    console.log("Usage: node echo_server.ts [OPTION]...");
    for (const name of Object.keys(config.options)) console.log(`  --${name}`);
  } else {
    const { HOST = "0.0.0.0", PORT = "9999" } = process.env;
    const server = new EchoServer(values["keep-open"] ?? false, idle! * 1_000);
    server.maxConnections = most!;
    server.on("error", ({ message }) => {
      console.error(`Cannot listen at ${HOST}:${PORT}: ${message}`);
      process.exitCode = 1;
    });
    const stop = (signal: string) => {
      console.log(`${signal}: the last round!`);
      process.off("SIGINT", stop).off("SIGTERM", stop);
      server.close();
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
    server.listen(Number(PORT), HOST, () => console.log("Up:", server.address()));
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
