// Writes address and port as one text.
// mistake: text-for-port
// why: that is how a browser wants it.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(`${HOST}:${PORT}`);
socket.on("connect", () => console.log(`Connected to ${HOST}:${PORT}`));
