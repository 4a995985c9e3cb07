// Calls a function that does not exist.
// mistake: crashed
// why: a typing error.
import net from "node:net";

const server = net.creatServer();
console.log(`Socket created: ${server.listening}`);
