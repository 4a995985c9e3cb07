// A right echo client for the whole stream that logs JSON with the time, and reads with the event "readable".
// right for: 08-10
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const text = process.argv[2] ?? "Hello Echo!";

const tell = (facts: object) => console.log(JSON.stringify({ at: Date.now(), ...facts }));
function fail(error: unknown): void {
  console.error(JSON.stringify({ at: Date.now(), failed: String(error), port: PORT }));
  process.exitCode = 1;
}

const socket = new net.Socket({ allowHalfOpen: true }).on("error", fail);
socket.setEncoding("utf8");
let reply = "";
socket.once("connect", () => {
  tell({ connected: { host: HOST, port: PORT } });
  socket.end(text, () => tell({ sent: text, bytes: Buffer.byteLength(text) }));
});
socket.on("readable", () => {
  for (let part: string | null; (part = socket.read()) !== null;) reply += part;
});
socket.once("end", () => {
  if (reply !== "") tell({ echoed: reply });
  if (reply !== text) fail(`sent ${text.length} characters, and ${reply.length} others came back`);
});
try {
  socket.connect({ port: PORT, host: HOST });
} catch (error) {
  fail(error);
}
