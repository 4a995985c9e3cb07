// Calls connect() in the listener for "connect".
// mistake: never-reached
// why: the event and the call have the same name.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();
socket.on("connect", () => {
  socket.connect(PORT, HOST);
  console.log(`Connected to ${HOST}:${PORT}`);
});
