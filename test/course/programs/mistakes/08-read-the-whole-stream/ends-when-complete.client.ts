// Ends its side when all has come back.
// mistake: never-half-closes
// why: the connection is thought of as one thing that is closed at the end.
import { on, once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();
try {
  socket.connect(PORT, HOST);
  await once(socket, "connect");
  console.log(`Connected to ${HOST}:${PORT}`);
  const message = process.argv[2] ?? "Hello Echo!";
  const bytes = Buffer.from(message, "utf8");
  socket.write(bytes);
  console.log(`Sent: ${message}`);
  let reply = Buffer.alloc(0);
  for await (const [data] of on(socket, "data", { close: ["end"] })) {
    reply = Buffer.concat([reply, data]);
    if (reply.length >= bytes.length) socket.end();
  }
  console.log(`Server echoed: ${reply.toString("utf8")}`);
  if (!reply.equals(bytes)) throw new Error("the reply differs");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  socket.destroy();
}
