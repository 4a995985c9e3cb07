// A right echo client that logs JSON, and reads with the event "readable".
// right for: 03-07
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const text = process.argv[2] ?? "Hello Echo!";

const tell = (facts: object) => console.log(JSON.stringify(facts));
function fail(error: unknown): void {
  console.error(JSON.stringify({ failed: String(error), port: PORT }));
  process.exitCode = 1;
}

const socket = new net.Socket({ allowHalfOpen: true }).on("error", fail);
socket.once("connect", () => {
  tell({ connected: { host: HOST, port: PORT } });
  socket.write(text);
  tell({ sent: text, bytes: Buffer.byteLength(text) });
});
socket.once("readable", () => {
  const bytes: Buffer | null = socket.read();
  if (bytes) tell({ echoed: bytes.toString(), bytes: bytes.byteLength });
  else fail("no reply");
  socket.end();
  socket.resume();
});
try {
  socket.connect({ port: PORT, host: HOST });
} catch (error) {
  fail(error);
}
