// Imports a package that is not there.
// mistake: missing-module
// why: many modules for sockets are found on npm.
import { createServer } from "socket-server";

const server = createServer();
console.log("Socket created", server);
