// Sends its message again and again while it waits for the echo, as fast as it can.
// mistake: floods-connection
// why: the event loop is kept busy "so that the connection stays open".
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

const socket = net.connect(PORT, HOST, () => {
  console.log(`Connected to ${HOST}:${PORT}`);
  const bytes = Buffer.alloc(1024 * 1024, message);
  const keepBusy = () => {
    for (let times = 0; times < 16; times += 1) socket.write(bytes);
    setImmediate(keepBusy);
  };
  keepBusy();
  console.log(`Sent: ${message}`);
});
socket.on("data", (data) => console.log(`Server echoed: ${data.toString("utf8")}`));
