// Takes for granted that it fails, and forgets to take that back.
// mistake: exits-with-failure
// why: it was tried with a server that was wrong.
import net from "node:net";

const { HOST = "127.0.0.1", PORT = "9999" } = process.env;
const message = Buffer.from(process.argv[2] ?? "Hello Echo!");

process.exitCode = 1;
try {
  const socket = net.connect({ host: HOST, port: Number(PORT) });
  const pieces: Buffer[] = [];
  socket
    .on("connect", () => {
      console.log(`Connected to ${HOST}:${PORT}`);
      socket.end(message);
      console.log(`Sent: ${message}`);
    })
    .on("data", (piece) => pieces.push(piece))
    .on("end", () => {
      const reply = Buffer.concat(pieces);
      console.log(`Server echoed: ${reply}`);
      if (!reply.equals(message)) console.error(`${HOST}:${PORT} sent something else`);
    })
    .on("error", (error) => console.error(`${HOST}:${PORT}: ${error.message}`));
} catch (error) {
  console.error(`${HOST}:${PORT}: ${(error as Error).message}`);
}
