// Awaits each client before it accepts the next.
// mistake: one-at-a-time
// why: every other call of an async function is awaited.
import { on, once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const KEEP_OPEN = process.argv.includes("--keep-open") || process.argv.includes("-k");

async function serve(socket: net.Socket): Promise<void> {
  try {
    const decoder = new TextDecoder();
    for await (const [data] of on(socket, "data", { close: ["end"] })) {
      console.log(`Received: ${decoder.decode(data, { stream: true })}`);
      socket.write(data);
    }
    const rest = decoder.decode();
    if (rest !== "") console.log(`Received: ${rest}`);
    socket.end();
    await once(socket, "close");
  } finally {
    socket.destroy();
  }
}

function report(place: string, error: unknown): void {
  console.error(`Failed at ${place}: ${(error as Error).message}`);
}

const server = net.createServer({ allowHalfOpen: true });
if (!KEEP_OPEN) server.maxConnections = 1;

try {
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);

  const stop = () => {
    process.off("SIGINT", stop).off("SIGTERM", stop);
    server.close();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);

  for await (const [socket] of on(server, "connection", { close: ["close"] })) {
    const client = `${socket.remoteAddress}:${socket.remotePort}`;
    console.log(`Connected by ${client}`);
    try {
      await serve(socket);
    } catch (error) {
      report(client, error);
    }
    if (!KEEP_OPEN) break;
  }
} catch (error) {
  report(`${HOST}:${PORT}`, error);
  process.exitCode = 1;
} finally {
  server.close();
}
