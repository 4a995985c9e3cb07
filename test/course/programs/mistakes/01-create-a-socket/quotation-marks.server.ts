// Prints ${PORT} as it is written.
// mistake: prints-placeholders
// why: quotation marks look like backticks.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
console.log("Socket created for ${HOST}:${PORT}.");

