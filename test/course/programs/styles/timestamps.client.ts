// A right echo client that logs with the time. It writes before it is connected: Node keeps the bytes.
// right for: 03-07
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const MESSAGE = process.argv[2] ?? "Hello Echo!";

const log = (...facts: unknown[]) => console.log(new Date().toLocaleTimeString(), ...facts);
process.on("uncaughtException", ({ message }) => {
  console.error(new Date().toLocaleTimeString(), HOST, PORT, message);
  process.exit(1);
});

log("Connecting to", `${HOST}:${PORT}`, "...");
const socket = net.createConnection({ port: PORT, host: HOST });
socket.write(MESSAGE);
socket.once("ready", () => log("Connected to", `${HOST}:${PORT}`));
socket.once("ready", () => log("Sent", MESSAGE));
socket.once("data", (data) => {
  log("Server echoed:", data.toString("utf8"));
  socket.removeAllListeners("end").end();
});
socket.once("end", () => {
  throw new Error("The server has left");
});
