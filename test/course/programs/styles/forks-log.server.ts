// A right echo server for many that has what it receives printed by a process of its own, which it forks.
// right for: 08-09
import { fork } from "node:child_process";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const keepOpen = process.argv.includes("--keep-open") || process.argv.includes("-k");

interface Received {
  readonly client: string;
  readonly bytes: string;
}

/** The child decodes and prints, until the parent disconnects. */
function log(): void {
  const decoders = new Map<string, TextDecoder>();
  process.on("message", ({ client, bytes }: Received) => {
    const decoder = decoders.get(client) ?? new TextDecoder();
    decoders.set(client, decoder);
    // Without bytes, nothing more will come.
    const isLast = bytes === "";
    console.log(`${client}: ${decoder.decode(Buffer.from(bytes, "base64"), { stream: !isLast })}`);
    if (isLast) decoders.delete(client);
  });
  // Ctrl+C reaches both: the parent says when it is over.
  process.on("SIGINT", () => {}).on("SIGTERM", () => {});
  process.send!("ready");
}

/** The parent echoes. */
function serve(): void {
  const child = fork(process.argv[1]!, ["log"]);
  const server = net.createServer({ allowHalfOpen: true });
  const fail = (who: string, error: unknown) => {
    console.error(`${who}: ${(error as Error).message}`);
    if (!keepOpen || !server.listening) process.exitCode = 1;
  };

  server.on("connection", (socket) => {
    const client = `${socket.remoteAddress}:${socket.remotePort}`;
    console.log(`Connected by ${client}`);
    if (!keepOpen) server.close();
    socket.on("data", (data) => {
      child.send({ client, bytes: data.toString("base64") } satisfies Received);
      socket.write(data);
    });
    socket.on("end", () => {
      child.send({ client, bytes: "" } satisfies Received);
      socket.end();
    });
    socket.on("error", (error) => fail(client, error));
  });
  server.on("close", () => child.disconnect());
  server.on("error", (error) => {
    fail(`${HOST}:${PORT}`, error);
    child.disconnect();
  });
  process.once("SIGINT", () => server.close()).once("SIGTERM", () => server.close());
  child.once("message", () => {
    try {
      server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
    } catch (error) {
      fail(`${HOST}:${PORT}`, error);
      child.disconnect();
    }
  });
}

if (process.argv[2] === "log") log();
else serve();
