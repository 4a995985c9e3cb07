// The echo client: it sends a message and prints what the server sends back.
import { once } from "node:events";
import net from "node:net";

// 127.0.0.1 means this machine itself.
const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

// So far the socket is an object in this program. The operating system does not know of it yet.
const socket = new net.Socket();

// connect(): the call only asks for it; the event says that the server's system has agreed.
socket.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Connected to ${HOST}:${PORT}`);

// sendall(): a socket carries bytes, so the text is encoded. No newline, no end mark: just the message.
const message = process.argv[2] ?? "Hello Echo!";
socket.write(Buffer.from(message, "utf8"));
console.log(`Sent: ${message}`);

// recv(): print what came back, not what was sent. That they are the same is the server's merit.
const [reply] = (await once(socket, "data")) as [Buffer];
console.log(`Server echoed: ${reply.toString("utf8")}`);

// shutdown(): FIN goes out after the last byte. The connection is closed once the server has said FIN, too.
socket.end();
await once(socket, "close");

// TODO(07): put everything from connect() on into try … catch: one line on stderr, and exit code 1.
// TODO(07): the server may close without a reply: then "end" comes, not "data". Wait for either.
// TODO(07): close the socket in finally, whatever happened.
