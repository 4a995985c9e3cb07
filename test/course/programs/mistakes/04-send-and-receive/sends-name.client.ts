// Sends the name of the variable instead of its value.
// mistake: sends-wrong-bytes
// why: Buffer.from() is used with a text in all examples.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

const socket = net.connect(PORT, HOST);
socket.on("connect", () => {
  console.log(`Connected to ${HOST}:${PORT}`);
  socket.write(Buffer.from("message", "utf8"));
  console.log(`Sent: ${message}`);
});
