// Prints ${message} as it is written, in German, between quotation marks.
// mistake: prints-placeholders
// why: on a German keyboard the backtick is a dead key, and looks like an accent.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();

socket.connect(PORT, HOST);
await once(socket, "connect");
console.log(`Verbunden mit ${HOST}:${PORT}`);

const message = process.argv[2] ?? "Hello Echo!";
socket.write(Buffer.from(message, "utf8"));
console.log("Gesendet: ${message}");
