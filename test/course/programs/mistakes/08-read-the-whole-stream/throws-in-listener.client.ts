// Throws in a listener, where no catch is.
// mistake: crashes-on-error
// why: the listener stands inside of try.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

try {
  let reply = "";
  const socket = net.connect(PORT, HOST);
  socket.setEncoding("utf8");
  socket.on("connect", () => {
    console.log(`Connected to ${HOST}:${PORT}`);
    socket.end(message);
    console.log(`Sent: ${message}`);
  });
  socket.on("data", (text) => {
    reply += text;
  });
  socket.on("end", () => {
    console.log(`Server echoed: ${reply}`);
    if (reply !== message) throw new Error("the reply differs");
  });
  socket.on("error", (error) => {
    console.error(`Failed at ${HOST}:${PORT}: ${error.message}`);
    process.exitCode = 1;
  });
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
}
