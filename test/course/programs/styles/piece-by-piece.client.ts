// A right echo client for the whole stream that prints each piece when it comes, and compares as it reads.
// right for: 08-10
import { createConnection } from "node:net";
import { StringDecoder } from "node:string_decoder";

const { HOST: host = "127.0.0.1", PORT = "9999" } = process.env;
const sent = new TextEncoder().encode(process.argv.at(2) ?? "Hello Echo!");
const decoder = new StringDecoder("utf8");
let position = 0;

process.on("uncaughtException", ({ message }) => {
  console.error(`${host}:${PORT} ${message}`);
  process.exit(1);
});

const socket = createConnection({ host, port: Number(PORT) }, () => {
  console.log("Connected to", host, PORT);
  socket.write(sent, () => console.log("Sent", new TextDecoder().decode(sent)));
  socket.end();
});
socket.on("data", (piece) => {
  console.log(`Bytes ${position} to ${position + piece.length - 1}:`, decoder.write(piece));
  if (!piece.equals(sent.subarray(position, position + piece.length)))
    throw new Error(`a wrong byte came back after byte ${position}`);
  position += piece.length;
});
socket.on("end", () => {
  if (position < sent.length) throw new Error(`${sent.length - position} bytes are missing`);
});
