// Waits for the connection, but never asks for it.
// mistake: never-connects
// why: a server only waits for its event, too.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();
socket.on("connect", () => console.log(`Connected to ${HOST}:${PORT}`));
