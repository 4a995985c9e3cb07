// Tries again, without an end.
// mistake: hangs-on-error
// why: the server may still be starting.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

function start() {
  const socket = net.connect(PORT, HOST, () => {
    const message = process.argv[2] ?? "Hello Echo!";
    console.log(`Connected to ${HOST}:${PORT}`);
    socket.write(message);
    console.log(`Sent: ${message}`);
  });
  socket.on("error", () => setTimeout(start, 1_000));
  once(socket, "data").then(
    ([reply]) => {
      console.log(`Server echoed: ${reply.toString("utf8")}`);
      socket.end();
    },
    () => {},
  );
}

start();
