// Destroys the socket in a finally around listeners: it runs at once.
// mistake: closes-socket-at-once
// why: in the answer of the lesson, finally comes last, for there each step is awaited.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

const socket = new net.Socket();
try {
  socket.on("connect", () => {
    console.log(`Connected to ${HOST}:${PORT}`);
    socket.write(Buffer.from(message, "utf8"));
    console.log(`Sent: ${message}`);
  });
  socket.on("data", (data) => {
    console.log(`Server echoed: ${data.toString("utf8")}`);
    socket.end();
  });
  socket.connect(PORT, HOST);
} catch (error) {
  console.error(`Echo client failed (${HOST}:${PORT}): ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  socket.destroy();
}
