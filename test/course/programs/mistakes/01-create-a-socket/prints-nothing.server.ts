// Creates the socket, and prints nothing.
// mistake: prints-nothing
// why: the task seems done when the socket is there.
import net from "node:net";

const server = net.createServer();
server.on("connection", () => console.log("A client has connected"));
