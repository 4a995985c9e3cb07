// The echo server: it sends back exactly the bytes that it receives.
import { once } from "node:events";
import net from "node:net";

// 0.0.0.0 means every IPv4 address of this machine.
const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

// So far the socket is an object in this program. The operating system does not know of it yet.
// TODO(08): the socket has to stay open for sending when the client has finished (allowHalfOpen).
const server = net.createServer();
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

  // TODO(08): receive and echo in a loop (on, from node:events), until the client has finished ("end").
  // TODO(08): decode across pieces (TextDecoder): a character may arrive in two, or half.
  // recv(): some bytes have arrived, or the client has left. Only people need text: decode for printing only.
  const [data] = (await Promise.race([once(socket, "data"), once(socket, "end")])) as [Buffer?];
  if (data === undefined) throw new Error("the client left without sending anything");
  console.log(`Received: ${data.toString("utf8")}`);

  // sendall(): the Buffer itself. Bytes that are not UTF-8 would not survive decoding and encoding.
  socket.write(data);

  // shutdown(): FIN goes out after the last byte. The connection is closed once the client has said FIN, too.
  socket.end();
  await once(socket, "close");
} catch (error) {
  // `once` rejects with the error of the socket it waits for. Some errors have a code, but no message.
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo server failed (${HOST}:${PORT}): ${message || code}`);
  process.exitCode = 1;
} finally {
  // close() of both sockets, whatever happened. Nothing is left to wait for: the program ends.
  socket?.destroy();
  server.close();
}
