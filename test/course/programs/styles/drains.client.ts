// A right echo client for the whole stream that sends piece by piece, waits for "drain" only when there is something to
// wait for, and reads meanwhile.
// right for: 08-10
import { once } from "node:events";
import net from "node:net";
import { text } from "node:stream/consumers";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const SIZE = 4096;

async function send(socket: net.Socket, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; at += SIZE) {
    if (!socket.write(bytes.subarray(at, at + SIZE))) await once(socket, "drain");
  }
  socket.end();
}

async function talk(message: string): Promise<void> {
  const socket = net.connect(PORT, HOST);
  try {
    await once(socket, "connect");
    console.log(`Connected to ${HOST}:${PORT}`);
    const [reply] = await Promise.all([text(socket), send(socket, Buffer.from(message))]);
    console.log(`Sent: ${message}`);
    console.log(`Server echoed: ${reply}`);
    if (reply !== message) throw new Error("the reply is not the message");
  } finally {
    socket.destroy();
  }
}

try {
  await talk(process.argv[2] ?? "Hello Echo!");
} catch (error) {
  console.error(`Client (${HOST}:${PORT}): ${(error as Error).message}`);
  process.exitCode = 1;
}
