// Ends with exit code 1 although all is well.
// mistake: exits-with-failure
// why: 1 means true, so it looks like success.
import net from "node:net";

const socket = new net.Socket();
console.log(`Socket created. Pending: ${socket.pending}`);
process.exit(1);
