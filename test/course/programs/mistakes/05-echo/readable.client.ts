// Waits with "readable" for what "data" brings.
// mistake: held-by-readable
// why: two events about the same bytes look as if both came.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST, () => {
  console.log(`Connected to ${HOST}:${PORT}`);
  const message = process.argv[2] ?? "Hello Echo!";
  socket.write(message);
  console.log(`Sent: ${message}`);
  socket.on("data", (reply) => console.log(`Server echoed: ${reply.toString("utf8")}`));
  socket.on("readable", () => console.log("There is a reply"));
});
