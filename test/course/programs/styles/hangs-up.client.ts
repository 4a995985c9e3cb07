// A right client for the step in which it only connects: it hangs up at once.
// right for: 03
import { createConnection } from "node:net";

const PORT = Number(process.env.PORT ?? 9999);
const socket = createConnection(PORT, process.env.HOST ?? "127.0.0.1");
socket.on("connect", () => {
  console.log(`Port ${PORT} is open.`);
  socket.destroy();
});
socket.on("error", () => console.log("The port is closed."));
