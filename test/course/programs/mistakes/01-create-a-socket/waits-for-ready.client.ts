// Waits for an event that cannot come: nobody has told the socket to connect.
// mistake: awaits-forever
// why: it sounds as if a new socket first had to get ready.
import { once } from "node:events";
import net from "node:net";

const socket = new net.Socket();
console.log("Creating the socket ...");
await once(socket, "ready");
console.log("Socket created");
