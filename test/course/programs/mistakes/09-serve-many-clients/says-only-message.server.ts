// Says what failed, and not for whom.
// mistake: names-wrong-client
// why: the message of the error is there.
import { on, once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const KEEP_OPEN = process.argv.includes("--keep-open") || process.argv.includes("-k");

/** Serves one client, until it has finished or its connection fails. */
async function serve(socket: net.Socket): Promise<void> {
  try {
    const decoder = new TextDecoder();
    for await (const [data] of on(socket, "data", { close: ["end"] }) as AsyncIterable<[Buffer]>) {
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

/** Says in one line what failed, and where. */
function report(place: string, error: unknown): void {
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo server failed (${place}): ${message || code}`);
}

const server = net.createServer({ allowHalfOpen: true });
if (!KEEP_OPEN) server.maxConnections = 1;

try {
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);

  const stop = () => {
    console.log("Stopping: no new clients, and those that were accepted are served to the end");
    process.off("SIGINT", stop).off("SIGTERM", stop);
    server.close();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);

  const connections = on(server, "connection", { close: ["close"] }) as AsyncIterable<[net.Socket]>;
  for await (const [socket] of connections) {
    const client = `${socket.remoteAddress}:${socket.remotePort}`;
    console.log(`Connected by ${client}`);
    const served = serve(socket);
    if (KEEP_OPEN) served.catch((error: Error) => console.error(error.message));
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
