// Tells first how it is called: braces and dollar signs mean what they say there.
// right for: 03-05
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

console.log("Usage: [PORT=${PORT}] npm run client {message}");
const socket = net.connect(PORT, HOST, () => {
  console.log(`Connected to ${HOST}:${PORT}`);
  socket.write(message);
  console.log(`Sent: ${message}`);
});
socket.on("data", (data) => console.log(`Server echoed: ${data.toString("utf8")}`));
