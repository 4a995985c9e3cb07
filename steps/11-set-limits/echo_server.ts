// The echo server: it sends back exactly the bytes that it receives.
import { on, once } from "node:events";
import net from "node:net";
import { pipeline } from "node:stream/promises";

// 0.0.0.0 means every IPv4 address of this machine.
const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
// TODO(11): read the options with parseArgs (node:util): --idle-timeout, --max-connections and --help, too.
// Serve one client, or one after another and many at once, until Ctrl+C.
const KEEP_OPEN = process.argv.includes("--keep-open") || process.argv.includes("-k");

/** Serves one client, until it has finished or its connection fails. */
async function serve(socket: net.Socket): Promise<void> {
  try {
    // TODO(11): with --idle-timeout SECONDS, give a connection up on which nothing happens for so long.
    // TODO(11): show what could control the terminal instead of obeying it, and only how each message begins.
    // Only people need text. The decoder keeps the first bytes of a character until the others have come.
    const decoder = new TextDecoder();
    socket.on("data", (data: Buffer) => {
      console.log(`Received: ${decoder.decode(data, { stream: true })}`);
    });

    // recv() and sendall() in a loop until the client has finished, then shutdown(). A client that does not
    // read is not read from either: its system makes it wait, and no memory fills up here.
    await pipeline(socket, socket);
    // The last character may have come only in part. The decoder gives what it has kept of it as �.
    const rest = decoder.decode();
    if (rest !== "") console.log(`Received: ${rest}`);
  } finally {
    // close() of the connection, whatever happened. The other connections are not touched.
    socket.destroy();
  }
}

/** Says in one line what failed, and where. */
function report(place: string, error: unknown): void {
  // `once` and `on` throw the error of the socket they wait for. Some errors have a code, but no message.
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo server failed (${place}): ${message || code}`);
}

// So far the socket is an object in this program. The operating system does not know of it yet.
// allowHalfOpen: when the client has finished sending, we have not. Our side ends when we say so.
const server = net.createServer({ allowHalfOpen: true });
// TODO(11): with --max-connections N, turn away whoever would be one too many, and say so ("drop").
// A second client is turned away: nobody would serve it, and it would keep this program from ending.
if (!KEEP_OPEN) server.maxConnections = 1;

try {
  // bind() and listen() in one call. The call only asks for it; the event says that it is done.
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);

  // At Ctrl+C: no new clients, but those that are here are served to the end. A second Ctrl+C is not caught.
  const stop = () => {
    console.log("Stopping: no new clients, and those that were accepted are served to the end");
    process.off("SIGINT", stop).off("SIGTERM", stop);
    server.close();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);

  // accept() in a loop: each `socket` is the connection to one client. The loop ends when the listening
  // socket and all connections are closed ("close").
  const connections = on(server, "connection", { close: ["close"] }) as AsyncIterable<[net.Socket]>;
  for await (const [socket] of connections) {
    const client = `${socket.remoteAddress}:${socket.remotePort}`;
    console.log(`Connected by ${client}`);
    const served = serve(socket);
    // Not awaited: while this client is served, the next one is accepted. What fails is this connection only.
    if (KEEP_OPEN) served.catch((error: unknown) => report(client, error));
    else {
      await served;
      break;
    }
  }
} catch (error) {
  report(`${HOST}:${PORT}`, error);
  process.exitCode = 1;
} finally {
  // close() of the listening socket, whatever happened. Nothing is left to wait for: the program ends.
  server.close();
}
