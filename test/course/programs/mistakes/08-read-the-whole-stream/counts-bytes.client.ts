// Waits until as many bytes have come back as were sent.
// mistake: waits-for-the-rest
// why: that bytes may be missing is not thought of.
import { once } from "node:events";
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
  socket.end(bytes);
  console.log(`Sent: ${message}`);
  const pieces: Buffer[] = [];
  await new Promise<void>((resolve) => {
    let length = 0;
    socket.on("data", (data) => {
      pieces.push(data);
      length += data.length;
      if (length >= bytes.length) resolve();
    });
  });
  const reply = Buffer.concat(pieces);
  console.log(`Server echoed: ${reply.toString("utf8")}`);
  if (!reply.equals(bytes)) throw new Error("the reply differs");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  socket.destroy();
}
