// A right server for step 01, with a constructor, and a message in German.
// right for: 01
import net from "node:net";

const server: net.Server = new net.Server({ allowHalfOpen: true });
server.on("connection", (socket) => socket.destroy());
process.stdout.write(`Der Socket ist da und kennt ${server.listenerCount("connection")} Empfänger.\n`);
