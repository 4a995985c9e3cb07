// A right echo client for the whole stream that has Node read into a buffer of its own, and copies what it needs.
// right for: 08-10
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = Buffer.from(process.argv[2] ?? "Hello Echo!");
const reply = Buffer.alloc(message.length);
let length = 0;

process.on("uncaughtException", ({ message }) => {
  console.error(`Port ${PORT}: ${message}`);
  process.exitCode = 1;
});

const onread = {
  buffer: Buffer.alloc(1_000),
  callback(count: number, bytes: Uint8Array): boolean {
    if (length + count <= reply.length) reply.set(bytes.subarray(0, count), length);
    length += count;
    return true;
  },
};
const socket = net.connect({ host: HOST, port: PORT, onread }, () => {
  console.log(`Port ${PORT} answers the call`);
  for (let start = 0; start < message.length; start += 4_096)
    socket.write(message.subarray(start, start + 4_096));
  socket.end();
  console.log(`Call: ${message}`);
});
socket.on("end", () => {
  console.log(`Echo: ${reply.subarray(0, length)}`);
  if (length !== message.length) throw new Error(`${length} bytes came back of ${message.length}`);
  if (!reply.equals(message)) throw new Error("other bytes came back");
});
