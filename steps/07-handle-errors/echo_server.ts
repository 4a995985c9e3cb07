// The echo server: it sends back exactly the bytes that it receives.
import { once } from "node:events";
import net from "node:net";

// 0.0.0.0 means every IPv4 address of this machine.
const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

// So far the socket is an object in this program. The operating system does not know of it yet.
const server = net.createServer();

// bind() and listen() in one call. The call only asks for it; the event says that it is done.
server.listen(PORT, HOST);
await once(server, "listening");
console.log(`Listening on ${HOST}:${PORT}`);

// accept(): `server` goes on listening, `socket` is the connection to this one client.
const [socket] = (await once(server, "connection")) as [net.Socket];
console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);

// recv(): some bytes have arrived. Only people need text: decode for printing only.
const [data] = (await once(socket, "data")) as [Buffer];
console.log(`Received: ${data.toString("utf8")}`);

// sendall(): the Buffer itself. Bytes that are not UTF-8 would not survive decoding and encoding.
socket.write(data);

// shutdown(): FIN goes out after the last byte. The connection is closed once the client has said FIN, too.
socket.end();
await once(socket, "close");

// close() of the listening socket. Nothing is left to wait for: the program ends.
server.close();

// TODO(07): put everything from listen() on into try … catch: one line on stderr, and exit code 1.
// TODO(07): a client may leave without a word: then "end" comes, not "data". Wait for either.
// TODO(07): close both sockets in finally, whatever happened. Turn a second client away (maxConnections).
