// Lacks a closing bracket.
// mistake: does-not-parse
// why: one of two brackets is closed.
import net from "node:net";

const socket = new net.Socket();
console.log(`Socket created. Pending: ${socket.pending}`;
