// Pauses the socket while it sends, and never lets it go on.
// mistake: stays-paused
// why: one thing after the other.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = Buffer.from(process.argv[2] ?? "Hello Echo!");

function fail(why: string) {
  console.error(`Client (${HOST}:${PORT}): ${why}`);
  process.exitCode = 1;
}

try {
  const socket = net.connect(PORT, HOST);
  const pieces: Buffer[] = [];
  socket.on("connect", () => {
    console.log(`Connected to ${HOST}:${PORT}`);
    socket.pause();
    socket.end(message, () => console.log(`Sent: ${message}`));
  });
  socket.on("data", (piece) => pieces.push(piece));
  socket.on("end", () => {
    const reply = Buffer.concat(pieces);
    console.log(`Server echoed: ${reply}`);
    if (!reply.equals(message)) fail("the reply is not the message");
  });
  socket.on("error", (error) => fail(error.message));
} catch (error) {
  fail((error as Error).message);
}
