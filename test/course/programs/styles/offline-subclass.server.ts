// A right server for step 01, with a class of its own. It prints before it creates the socket.
// right for: 01
import * as net from "node:net";

class EchoServer extends net.Server {
  override toString(): string {
    return `EchoServer (${this.listening ? "open" : "closed"})`;
  }
}

console.log("Creating a socket ...");
console.log(`Created: ${new EchoServer()}`);
