// The echo client: it sends a message and prints what the server sends back.
import { once } from "node:events";
import net from "node:net";

// 127.0.0.1 means this machine itself.
const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

// So far the socket is an object in this program. The operating system does not know of it yet.
const socket = new net.Socket();

try {
  // connect(): the call only asks for it; the event says that the server's system has agreed.
  socket.connect(PORT, HOST);
  await once(socket, "connect");
  console.log(`Connected to ${HOST}:${PORT}`);

  // TODO(08): say with the last byte that nothing more will come: end the stream right after the message.
  // sendall(): a socket carries bytes, so the text is encoded. No newline, no end mark: just the message.
  const message = process.argv[2] ?? "Hello Echo!";
  socket.write(Buffer.from(message, "utf8"));
  console.log(`Sent: ${message}`);

  // TODO(08): receive in a loop until the server has finished. Print the whole reply, decoded at once.
  // TODO(08): compare the bytes that came back with those that were sent. That they differ is an error.
  // recv(): print what came back, not what was sent. That they are the same is the server's merit.
  const [reply] = (await Promise.race([once(socket, "data"), once(socket, "end")])) as [Buffer?];
  if (reply === undefined) throw new Error("the server closed the connection without a reply");
  console.log(`Server echoed: ${reply.toString("utf8")}`);

  // shutdown(): FIN goes out after the last byte. The connection is closed once the server has said FIN, too.
  socket.end();
  await once(socket, "close");
} catch (error) {
  // `once` rejects with the error of the socket it waits for. Some errors have a code, but no message.
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo client failed (${HOST}:${PORT}): ${message || code}`);
  process.exitCode = 1;
} finally {
  // close(), whatever happened. Nothing is left to wait for: the program ends.
  socket.destroy();
}
