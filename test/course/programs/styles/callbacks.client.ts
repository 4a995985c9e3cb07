// A right echo client, written with callbacks.
// right for: 03-07
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

function fail(error: Error) {
  console.error(`Client, ${HOST}:${PORT}: ${error.message}`);
  process.exitCode = 1;
}

try {
  const socket = net.connect(PORT, HOST, () => {
    console.log(`Connected to port ${PORT}`);
    socket.write(message, () => console.log(`Sent: ${message}`));
  });
  socket.once("data", (data) => {
    console.log(`Server echoed: ${data.toString()}`);
    socket.end();
  });
  socket.on("end", () => socket.bytesRead || fail(new Error("no reply")));
  socket.on("error", fail);
} catch (error) {
  fail(error as Error);
}
