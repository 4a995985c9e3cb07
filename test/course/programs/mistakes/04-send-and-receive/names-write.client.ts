// Names the method that sends, and forgets to call it.
// mistake: not-called
// why: the editor completed the name, and the parentheses were forgotten.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

const socket = net.connect(PORT, HOST, () => {
  console.log(`Connected to ${HOST}:${PORT}`);
  socket.write;
  console.log(`Sent: ${message}`);
});
