// Tells the server that it leaves.
// mistake: adds-bytes
// why: a chat client that was written before does so.
import * as net from "net";

const message = process.argv[2] || "Hello Echo!";
const client = new net.Socket();

client.connect(Number(process.env.PORT || 9999), process.env.HOST || "127.0.0.1", function () {
  console.log("Connected to port " + client.remotePort);
  client.write(message);
  console.log("Sent: " + message);
});

client.on("data", function (data) {
  console.log("Received: " + data);
  client.end("bye");
});
