// Sends its message a million times, to be sure that it arrives.
// mistake: floods-connection
// why: a packet can be lost, so one had better send it more than once.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

const socket = net.connect(PORT, HOST, () => {
  console.log(`Connected to ${HOST}:${PORT}`);
  const bytes = Buffer.from(message.repeat(1000), "utf8");
  const again = () => {
    while (socket.write(bytes));
  };
  socket.on("drain", again);
  again();
  console.log(`Sent: ${message}`);
});
socket.on("data", (data) => console.log(`Server echoed: ${data.toString("utf8")}`));
