// A right client for the steps in which no reply comes: it sends, and leaves.
// right for: 03-04
import net from "node:net";

const PORT = process.env.PORT ?? "9999";
const message = process.argv.slice(2).shift() ?? "Hello Echo!";
const bytes = new TextEncoder().encode(message);

const socket = net.connect(parseInt(PORT, 10), process.env.HOST ?? "127.0.0.1");
socket.on("connect", () => {
  for (const byte of bytes) socket.write(Uint8Array.of(byte));
  socket.end(() => console.log("Sent %s to port %s", message, PORT));
});
