// A right server for step 01, with createServer() as a named import and a handler that is not used yet.
// right for: 01
import { createServer } from "node:net";

const server = createServer((socket) => socket.pipe(socket));
console.log("Server socket:", server.listening ? "listening" : "not listening yet");
