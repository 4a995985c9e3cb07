// Imports the class, but never creates an object of it.
// mistake: not-called
// why: a class is easily taken for the thing that it describes.
import net from "node:net";

const socket = net.Socket;
console.log("Socket created:", socket);
