// Waits for "drain" in a loop over on(), which goes on collecting.
// mistake: buffers-without-limit
// why: the loop waits; that on() keeps every event until the loop asks for it does not show.
import { on, once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const KEEP_OPEN = process.argv.includes("--keep-open") || process.argv.includes("-k");

const server = net.createServer({ allowHalfOpen: true }, async (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  if (!KEEP_OPEN) server.close();
  socket.on("error", ({ message }) => console.error(message));
  const pieces = on(socket, "data", { close: ["end"] }) as AsyncIterable<[Buffer]>;
  for await (const [data] of pieces) {
    console.log(`Received: ${data.length} bytes`);
    if (!socket.write(data)) await once(socket, "drain");
  }
  socket.end();
});

server.on("error", ({ message }) => {
  console.error(`Failed at ${HOST}:${PORT}: ${message}`);
  process.exitCode = 1;
});
process.once("SIGINT", () => server.close()).once("SIGTERM", () => server.close());
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
