// Writes in a loop that does not wait; at its end, the loop closes the socket, with all that is still to be sent.
// mistake: drops-bytes
// why: `for await` looks as if it waited for everything in it, and as if nothing could be left over after it.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const KEEP_OPEN = process.argv.includes("--keep-open") || process.argv.includes("-k");

const server = net.createServer({ allowHalfOpen: true }, async (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  if (!KEEP_OPEN) server.close();
  socket.on("error", ({ message }) => console.error(message));
  for await (const data of socket) {
    console.log(`Received: ${data.length} bytes`);
    socket.write(data);
  }
  socket.destroy(); // Many versions of Node do that unasked at the end of such a loop.
});

server.on("error", ({ message }) => {
  console.error(`Failed at ${HOST}:${PORT}: ${message}`);
  process.exitCode = 1;
});
process.once("SIGINT", () => server.close()).once("SIGTERM", () => server.close());
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
