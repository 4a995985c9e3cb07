// A right echo client that ends with an empty text: nothing more goes out.
// right for: 03-07
import * as net from "net";

const port = Number(process.env.PORT || 9999);
const host = process.env.HOST || "127.0.0.1";
const message = process.argv[2] || "Hello Echo!";
const client = new net.Socket();

client.on("data", function (data) {
  console.log("Received: " + data);
  client.end("");
});
client.on("end", function () {
  if (client.bytesRead === 0) client.destroy(new Error("no reply"));
});
client.on("error", function (error) {
  console.error("Client, port " + port + ": " + error.message);
  process.exitCode = 1;
});

try {
  client.connect(port, host, function () {
    console.log("Connected to port " + port);
    client.write(message);
    console.log("Sent: " + message);
  });
} catch (error) {
  client.destroy(error as Error);
}
