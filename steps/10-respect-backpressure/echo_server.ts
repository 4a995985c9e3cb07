// The echo server: it sends back exactly the bytes that it receives.
import { on, once } from "node:events";
import net from "node:net";

// 0.0.0.0 means every IPv4 address of this machine.
const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
// Serve one client, or one after another and many at once, until Ctrl+C.
const KEEP_OPEN = process.argv.includes("--keep-open") || process.argv.includes("-k");

/** Serves one client, until it has finished or its connection fails. */
async function serve(socket: net.Socket): Promise<void> {
  try {
    // recv() in a loop: the stream arrives in pieces of any size, until the client has finished ("end").
    // The decoder keeps the first bytes of a character until the others have come.
    const decoder = new TextDecoder();
    // TODO(10): receive no faster than the client reads: pipeline (node:stream/promises), or "drain".
    for await (const [data] of on(socket, "data", { close: ["end"] }) as AsyncIterable<[Buffer]>) {
      console.log(`Received: ${decoder.decode(data, { stream: true })}`);

      // sendall(): the Buffer itself. Bytes that are not UTF-8 would not survive decoding and encoding.
      socket.write(data);
    }
    // The last character may have come only in part. The decoder gives what it has kept of it as �.
    const rest = decoder.decode();
    if (rest !== "") console.log(`Received: ${rest}`);

    // shutdown(): FIN goes out after the last byte. The connection closes once the client has said FIN, too.
    socket.end();
    await once(socket, "close");
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
