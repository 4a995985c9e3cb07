// Imports a module of Node's that does not exist.
// mistake: missing-module
// why: the name is guessed from Python, where the module is called "socket".
import { Socket } from "node:socket";

const socket = new Socket();
console.log("Socket created", socket.pending);
