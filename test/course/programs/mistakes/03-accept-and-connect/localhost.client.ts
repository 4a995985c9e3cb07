// Always connects to localhost.
// mistake: connects-elsewhere
// why: the server is on this machine anyway.
import * as net from "net";

const PORT = Number(process.env.PORT ?? 9999);

const client = net.connect(PORT, "localhost", () => {
  console.log(`connected to server, port ${PORT}`);
});

client.on("close", () => {
  console.log("client-> connection is closed");
});
