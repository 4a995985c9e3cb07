// Destroys what both sides have ended.
// remark: none
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

const socket = net.connect(PORT, HOST, () => {
  console.log(`Connected to ${HOST}:${PORT}`);
  socket.write(message);
  console.log(`Sent: ${message}`);
});
socket.on("data", (data) => {
  console.log(`Server echoed: ${data.toString("utf8")}`);
  socket.end();
});
socket.on("end", () => socket.destroy());
