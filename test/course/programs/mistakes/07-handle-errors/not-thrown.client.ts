// Makes an Error and does not throw it.
// mistake: not-thrown
// why: "new Error" looks as if it were one.
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
  socket.write(Buffer.from(message, "utf8"));
  console.log(`Sent: ${message}`);
  const [reply] = (await Promise.race([once(socket, "data"), once(socket, "end")])) as [Buffer?];
  if (reply === undefined) new Error("the server closed the connection without a reply");
  console.log(`Server echoed: ${reply!.toString("utf8")}`);
  socket.end();
  await once(socket, "close");
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  console.error(`Echo client failed (${HOST}:${PORT}): ${message || code}`);
  process.exitCode = 1;
} finally {
  socket.destroy();
}
