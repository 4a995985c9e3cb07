// Connects to this machine, whatever HOST says, as it did not in earlier steps.
// mistake: connects-elsewhere
// why: without a host, connect() works here.
import net from "node:net";

const PORT = Number(process.env.PORT ?? 9999);
const message = process.argv[2] ?? "Hello Echo!";

function fail(error: Error) {
  console.error(`Echo client failed (port ${PORT}): ${error.message}`);
  process.exitCode = 1;
}

try {
  const socket = net.connect({ port: PORT, family: 4 }, () => {
    console.log(`Connected to port ${PORT}`);
    socket.write(message);
    console.log(`Sent: ${message}`);
  });
  socket.once("data", (reply) => {
    console.log(`Server echoed: ${reply}`);
    socket.end();
  });
  socket.once("end", () => socket.bytesRead || fail(new Error("no reply")));
  socket.on("error", fail);
} catch (error) {
  fail(error as Error);
}
