// Prints ${reply} as it is written, instead of what came back.
// mistake: prints-placeholders
// why: the other lines have backticks, and this one was added later.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

const socket = net.connect(PORT, HOST, () => {
  console.log(`Connected to ${HOST}:${PORT}`);
  socket.write(message);
  console.log(`Sent: ${message}`);
});

for await (const reply of socket) {
  console.log("Server echoed: ${reply}");
  break;
}
