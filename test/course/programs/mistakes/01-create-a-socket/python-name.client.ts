// Uses a name that was never declared.
// mistake: crashed
// why: that is how the call looks in Python, after `import socket`.
import net from "node:net";

const client = socket.socket();
console.log(`Socket created: ${client instanceof net.Socket}`);
