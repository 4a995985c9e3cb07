// A right echo client that looks the address up by itself, and connects with an object of options.
// right for: 03-07
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { Socket } from "node:net";

const { HOST = "localhost", PORT = "9999" } = process.env;
const [, , message = "Hello Echo!"] = process.argv;
const port = Number(PORT);

const socket = new Socket();
try {
  const { address, family } = await lookup(HOST, { family: 4 });
  socket.connect({ host: address, family, port });
  await once(socket, "connect");
  console.log(`Connected: ${socket.remoteAddress}, port ${port}`);

  socket.write(message);
  console.log(`Sent: ${message}`);

  const [reply] = (await Promise.race([once(socket, "data"), once(socket, "end")])) as Buffer[];
  if (!reply) throw new Error("the server has left");
  console.log(`Received: ${reply}`);
} catch (error) {
  console.error(`Client (${HOST}, port ${PORT}): ${(error as Error).message}`);
  process.exitCode = 1;
}
socket.destroy();
