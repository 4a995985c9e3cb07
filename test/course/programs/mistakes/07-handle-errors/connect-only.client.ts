// Catches errors of the connection only.
// mistake: crashes-on-error
// why: once there is a connection, nothing seems to go wrong any more.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();
try {
  socket.connect(PORT, HOST);
  await once(socket, "connect");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exit(1);
}
console.log(`Connected to ${HOST}:${PORT}`);
const message = process.argv[2] ?? "Hello Echo!";
socket.write(message);
console.log(`Sent: ${message}`);
const [reply] = await Promise.race([once(socket, "data"), once(socket, "end")]);
console.log(`Server echoed: ${reply?.toString("utf8")}`);
socket.end();
