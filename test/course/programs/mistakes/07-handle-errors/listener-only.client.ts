// Listens for errors, but connect() throws some of them.
// mistake: crashes-on-error
// why: errors come as events, so all of them seem to.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();
const fail = (error: Error) => {
  console.error(`Failed at ${HOST}:${PORT}: ${error.message}`);
  process.exitCode = 1;
};
socket.on("error", fail);
socket.on("end", () => socket.bytesRead > 0 || fail(new Error("no reply")));
socket.on("data", (reply) => {
  console.log(`Server echoed: ${reply.toString("utf8")}`);
  socket.end();
});
socket.connect(PORT, HOST, () => {
  const message = process.argv[2] ?? "Hello Echo!";
  console.log(`Connected to ${HOST}:${PORT}`);
  socket.write(message);
  console.log(`Sent: ${message}`);
});
await once(socket, "close");
