// Says that it is connected before it knows.
// mistake: prints-before-connecting
// why: the line stands below the call, so it seems to come after it.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = new net.Socket();
socket.connect(PORT, HOST);
console.log(`Connected to ${HOST}:${PORT}`);
