// A right echo client for the whole stream, written with event listeners: it collects the pieces until the end.
// right for: 08-10
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = Buffer.from(process.argv[2] ?? "Hello Echo!");
const pieces: Buffer[] = [];

function fail(what: string) {
  console.error(`Client, ${HOST}:${PORT}: ${what}`);
  process.exitCode = 1;
}

try {
  const socket = net.connect(PORT, HOST);
  socket.on("connect", () => {
    console.log(`Connected to port ${PORT}`);
    socket.end(message, () => console.log(`Sent: ${message}`));
  });
  socket.on("data", (piece) => pieces.push(piece));
  socket.on("end", () => {
    const reply = Buffer.concat(pieces);
    if (reply.length > 0) console.log(`Server echoed: ${reply}`);
    if (Buffer.compare(reply, message) !== 0) fail("this is not what was sent");
  });
  socket.on("error", (error) => fail(error.message));
} catch (error) {
  fail((error as Error).message);
}
