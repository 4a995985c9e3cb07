// Uses a variable in catch that only try knows.
// mistake: crashed
// why: both blocks look like parts of one.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

try {
  const socket = net.connect(PORT, HOST);
  await once(socket, "connect");
  console.log(`Connected to ${HOST}:${PORT}`);
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  socket.destroy();
  process.exitCode = 1;
}
