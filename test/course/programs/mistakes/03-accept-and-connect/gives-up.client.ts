// Destroys the socket before it is connected.
// mistake: closes-socket-at-once
// why: connect() looks like a call that waits until it is done.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST);
console.log(`Connected to ${HOST}:${PORT}`);
socket.destroy();
