// A right echo client, written as a class. It closes with destroy(), when all has been read.
// right for: 03-07
import { Socket } from "node:net";

class EchoClient extends Socket {
  readonly target: { host: string; port: number };

  constructor(host: string, port: number) {
    super();
    this.target = { host, port };
  }

  echo(message: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.on("error", reject);
      this.on("end", () => reject(new Error("connection closed without a reply")));
      this.on("data", (data) => resolve(data.toString("utf8")));
      this.connect(this.target, () => {
        console.log(`EchoClient[port=${this.target.port}] connected`);
        this.write(message);
        console.log(`EchoClient[port=${this.target.port}] sent ${message}`);
      });
    });
  }
}

try {
  const client = new EchoClient(process.env.HOST ?? "127.0.0.1", Number(process.env.PORT ?? 9999));
  console.log(await client.echo(process.argv[2] ?? "Hello Echo!").finally(() => client.destroy()));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
