// Prints the names of the values instead of the values.
// mistake: prints-placeholders
// why: quotation marks and backticks look alike.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();
socket.connect(PORT, HOST, () => console.log("Connected to ${HOST}:${PORT}"));
