// Does not listen for errors.
// mistake: crashes-on-error
// why: in most runs there are none.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

const socket = net.connect(PORT, HOST);
socket.on("connect", () => {
  console.log(`Connected to ${HOST}:${PORT}`);
  socket.write(message);
  console.log(`Sent: ${message}`);
});
socket.on("data", (reply) => {
  console.log(`Server echoed: ${reply.toString("utf8")}`);
  socket.end();
});
