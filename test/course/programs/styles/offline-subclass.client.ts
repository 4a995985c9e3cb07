// A right client for step 01, with a class of its own that it closes again.
// right for: 01
import net from "node:net";

class EchoClient extends net.Socket {
  readonly message = process.argv[2] ?? "Hello Echo!";
}

const client = new EchoClient();
console.info(`Some day I shall send "${client.message}". State: ${client.readyState}`);
client.destroy();
