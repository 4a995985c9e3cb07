// Says that it stops, and does not.
// mistake: accepts-after-signal
// why: the listener is there, and the line on the screen.
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

  process.on("SIGINT", () => console.log("Stopping ..."));
  process.on("SIGTERM", () => console.log("Stopping ..."));

  for await (const [socket] of on(server, "connection", { close: ["close"] })) {
    const client = `${socket.remoteAddress}:${socket.remotePort}`;
    console.log(`Connected by ${client}`);
    const served = serve(socket);
    if (KEEP_OPEN) served.catch((error) => report(client, error));
    else {
      await served;
      break;
    }
  }
} catch (error) {
  report(`${HOST}:${PORT}`, error);
  process.exitCode = 1;
} finally {
  server.close();
}
