// Uses a name that is not there in a text with placeholders: Node quotes the line when the program dies.
// mistake: crashed
// why: the listener calls it otherwise.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";
declare const reply: Buffer;

const socket = net.connect(PORT, HOST);
socket.on("connect", () => {
  console.log(`Connected to ${HOST}:${PORT}`);
  socket.write(Buffer.from(message, "utf8"));
  console.log(`Sent: ${message}`);
});
socket.on("data", (data) => {
  console.log(`Server echoed ${data.length} bytes: ${reply.toString("utf8")}`);
});
