// Does not say where it is connected.
// mistake: prints-no-port
// why: the user has just started the server and knows.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.createConnection(PORT, HOST);
socket.on("connect", () => console.log("Connected to the server"));
