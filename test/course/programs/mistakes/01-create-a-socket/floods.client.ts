// Prints without an end.
// mistake: floods-output
// why: the program is to go on as long as the socket is there.
import net from "node:net";

const socket = new net.Socket();

function tell() {
  console.log("Socket created:", socket);
  setImmediate(tell);
}

tell();
