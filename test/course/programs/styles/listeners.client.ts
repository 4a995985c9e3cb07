// A right echo client, written with event listeners. It checks PORT itself, and lets the socket decode.
// right for: 03-07
import { createConnection } from "node:net";

const options = { host: process.env.HOST ?? "127.0.0.1", port: parseInt(process.env.PORT ?? "9999") };
const [, , message = "Hello Echo!"] = process.argv;

if (Number.isNaN(options.port) || options.port > 65535) {
  console.error(`Not a port: ${process.env.PORT}`);
  process.exit(1);
}

let answered = false;
const socket = createConnection(options);
socket.setEncoding("utf8");
socket.on("connect", () => {
  console.log("Connected", options);
  console.log("Sending", message);
  socket.write(message, "utf8");
});
socket.on("data", (text) => {
  answered = true;
  console.log("Received", text);
  socket.end();
});
socket.on("error", ({ message }) => {
  console.error(`Connection to port ${options.port} failed: ${message}`);
  process.exit(1);
});
socket.on("close", () => {
  if (answered) return;
  console.error("The server has closed the connection and said nothing.");
  process.exit(1);
});
