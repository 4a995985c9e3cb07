// A right echo client with a limit, written as a class. It prints what came line by line, each with a prefix.
// right for: 11
import { Socket } from "node:net";
import { parseArgs } from "node:util";

class TimeoutError extends Error {}

class EchoClient extends Socket {
  readonly #pieces: Buffer[] = [];

  constructor(seconds: number) {
    super();
    this.setTimeout(seconds * 1_000);
    this.on("timeout", () => this.destroy(new TimeoutError(`nothing for ${seconds} seconds`)));
    this.on("data", (piece) => this.#pieces.push(piece));
  }

  ask(host: string, port: number, question: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.on("error", reject);
      this.on("end", () => resolve(Buffer.concat(this.#pieces)));
      this.connect(port, host, () => {
        console.log(`EchoClient[port=${port}] connected`);
        console.log(`EchoClient[port=${port}] > ${question}`);
        this.end(question);
      });
    });
  }
}

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

try {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: { timeout: { type: "string", default: "0" }, help: { type: "boolean", short: "h" } },
    strict: true,
    allowPositionals: true,
  });
  const seconds = Number(values.timeout);
  if (!Number.isInteger(seconds) || seconds < 0)
    throw new RangeError(`--timeout ${values.timeout}: not a time`);
  if (values.help) console.log("echo_client.ts [--timeout SECONDS] [--help] [MESSAGE]");
  else {
    const question = Buffer.from(positionals.join(" ") || "Hello Echo!", "utf8");
    const answer = await new EchoClient(seconds).ask(HOST, PORT, question);
    for (const line of answer.toString("utf8").split(/[\r\n]/))
      console.log(`EchoClient[port=${PORT}] < ${line.replaceAll(/[\p{C}\u2028\u2029]/gu, "\ufffd")}`);
    if (!answer.equals(question)) throw new Error("the server is no echo server");
  }
} catch (error) {
  console.error(`EchoClient[port=${PORT}] ${(error as Error).message}`);
  process.exitCode = 1;
}
