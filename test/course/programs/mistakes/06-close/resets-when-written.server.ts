// Resets the connection when write() has called back.
// mistake: resets-connection
// why: by then all has been written, so nothing can be lost, it is thought.
import net from "node:net";

class EchoServer {
  private server = net.createServer((socket) => this.serve(socket));

  listen(port: number, host: string) {
    this.server.listen(port, host, () => console.log(`Listening on ${host}:${port}`));
  }

  private serve(socket: net.Socket) {
    console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
    socket.once("data", (data) => {
      console.log(`Received: ${data}`);
      socket.write(data, () => {
        socket.resetAndDestroy();
        this.server.close();
      });
    });
  }
}

new EchoServer().listen(Number(process.env.PORT ?? 9999), process.env.HOST ?? "0.0.0.0");
