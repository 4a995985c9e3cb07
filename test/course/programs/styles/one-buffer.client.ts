// A right echo client that has Node read into a buffer of its own, again and again, and never emit "data".
// right for: 03-07
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";
let reply = "";

function receive(count: number, buffer: Uint8Array): boolean {
  reply += Buffer.from(buffer.subarray(0, count)).toString("utf8");
  console.log(`Echo: ${reply}`);
  socket.end();
  return true;
}

process.on("uncaughtException", ({ message }) => {
  console.error(`Port ${PORT}: ${message}`);
  process.exitCode = 1;
});

const onread = { buffer: Buffer.alloc(65_536), callback: receive };
const socket = net.connect({ host: HOST, port: PORT, onread }, () => {
  console.log(`Port ${PORT} answers the call`);
  socket.write(message);
  console.log(`Call: ${message}`);
});
socket.on("end", () => {
  if (reply === "") socket.destroy(new Error("no echo"));
});
