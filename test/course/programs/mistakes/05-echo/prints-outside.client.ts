// Prints the reply below the listener that collects it.
// mistake: prints-no-reply
// why: what stands below seems to run later.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

const socket = net.connect(PORT, HOST);
let text = "";
socket.on("connect", () => {
  console.log(`Connected to ${HOST}:${PORT}`);
  socket.write(Buffer.from(message, "utf8"));
  console.log(`Sent: ${message}`);
});
socket.on("data", (data) => {
  text += data.toString("utf8");
});
console.log(`Server echoed: ${text}`);
