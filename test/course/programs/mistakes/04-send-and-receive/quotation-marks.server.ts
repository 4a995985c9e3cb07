// Prints ${data} as it is written, instead of the text that has come.
// mistake: prints-placeholders
// why: in other languages, text in such marks takes values, too.
import * as net from "net";

const port = Number(process.env.PORT ?? 9999);
const host = process.env.HOST ?? "0.0.0.0";

class Receiver {
  private count = 0;

  handle(socket: net.Socket) {
    console.log("Client: " + socket.remoteAddress + ":" + socket.remotePort);
    socket.on("data", (data) => {
      this.count += 1;
      console.log('Received: ${data}');
    });
  }
}

const receiver = new Receiver();
const server = net.createServer((socket) => receiver.handle(socket));
server.listen(port, host, () => console.log("Listening on port " + port));
