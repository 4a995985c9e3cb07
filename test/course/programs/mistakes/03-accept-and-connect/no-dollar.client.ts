// Leaves the dollar sign out.
// mistake: prints-placeholders
// why: in other languages, braces are enough.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST);
socket.on("connect", () => console.log(`Connected to {HOST}:{PORT}`));
