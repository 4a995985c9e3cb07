// Decodes what arrives, and forgets to print it.
// mistake: receives-nothing
// why: the line was changed to take the decoder, and console.log was lost on the way.
import { on, once } from "node:events";
import net from "node:net";

// 0.0.0.0 means every IPv4 address of this machine.
const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

// So far the socket is an object in this program. The operating system does not know of it yet.
// allowHalfOpen: when the client has finished sending, we have not. Our side ends when we say so.
const server = net.createServer({ allowHalfOpen: true });
// A second client is turned away: nobody would serve it, and it would keep this program from ending.
server.maxConnections = 1;
let socket: net.Socket | undefined;

try {
  // bind() and listen() in one call. The call only asks for it; the event says that it is done.
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);

  // accept(): `server` goes on listening, `socket` is the connection to this one client.
  [socket] = (await once(server, "connection")) as [net.Socket];
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);

  // recv() in a loop: the stream arrives in pieces of any size, until the client has finished ("end").
  // The decoder keeps the first bytes of a character until the others have come.
  const decoder = new TextDecoder();
  for await (const [data] of on(socket, "data", { close: ["end"] }) as AsyncIterable<[Buffer]>) {
    decoder.decode(data, { stream: true });

    // sendall(): the Buffer itself. Bytes that are not UTF-8 would not survive decoding and encoding.
    socket.write(data);
  }
  // The last character may have come only in part. The decoder gives what it has kept of it as �.
  const rest = decoder.decode();
  if (rest !== "") console.log(`Received: ${rest}`);

  // shutdown(): FIN goes out after the last byte. The connection closes once the client has said FIN, too.
  socket.end();
  await once(socket, "close");
} catch (error) {
  // `once` and `on` throw the error of the socket they wait for. Some errors have a code, but no message.
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo server failed (${HOST}:${PORT}): ${message || code}`);
  process.exitCode = 1;
} finally {
  // close() of both sockets, whatever happened. Nothing is left to wait for: the program ends.
  socket?.destroy();
  server.close();
}
