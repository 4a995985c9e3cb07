// The echo client: it sends a message and prints what the server sends back.
import { on, once } from "node:events";
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

  // sendall(): a socket carries bytes, so the text is encoded. No newline, no end mark: just the message.
  // shutdown(): FIN goes out after the last byte. Only this tells the server that the message is complete.
  const message = process.argv[2] ?? "Hello Echo!";
  const bytes = Buffer.from(message, "utf8");
  socket.end(bytes);
  console.log(`Sent: ${message}`);

  // recv() in a loop: the reply arrives in pieces of any size, until the server has finished ("end").
  const pieces: Buffer[] = [];
  for await (const [data] of on(socket, "data", { close: ["end"] }) as AsyncIterable<[Buffer]>) {
    pieces.push(data);
  }
  const reply = Buffer.concat(pieces);

  // Print what came back, not what was sent. That they are the same is the server's merit: make sure of it.
  console.log(`Server echoed: ${reply.toString("utf8")}`);
  if (!reply.equals(bytes)) {
    throw new Error(`${bytes.length} bytes were sent, and ${reply.length} others came back`);
  }
} catch (error) {
  // `once` and `on` throw the error of the socket they wait for. Some errors have a code, but no message.
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo client failed (${HOST}:${PORT}): ${message || code}`);
  process.exitCode = 1;
} finally {
  // close(), whatever happened. Nothing is left to wait for: the program ends.
  socket.destroy();
}
