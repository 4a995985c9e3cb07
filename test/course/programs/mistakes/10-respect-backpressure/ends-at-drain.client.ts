// Ends its side when "drain" comes, which does not come when all was taken at once.
// mistake: never-half-closes
// why: that all has gone out is what "drain" says, it is thought.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = Buffer.from(process.argv[2] ?? "Hello Echo!");

function fail(why: string) {
  console.error(`Client (${HOST}:${PORT}): ${why}`);
  process.exitCode = 1;
}

try {
  const socket = net.connect(PORT, HOST, () => {
    console.log(`Connected to ${HOST}:${PORT}`);
    socket.write(message);
    console.log(`Sent: ${message}`);
  });
  const pieces: Buffer[] = [];
  socket.on("drain", () => socket.end());
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
