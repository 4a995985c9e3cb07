// Keeps itself running.
// mistake: never-ends
// why: a server is known to run for ever.
import net from "node:net";

const server = net.createServer();
console.log(`Socket created. Listening: ${server.listening}`);
setInterval(() => console.log("Still there"), 1_000);
