// A right echo server, written as a class with parameter properties, which TypeScript cannot just erase.
// right for: 02-05
import { createServer, Server, Socket } from "net";

class TcpEcho {
  private server: Server;

  constructor(private readonly port: number, private readonly host: string) {
    this.server = createServer((socket) => this.onConnection(socket));
  }

  public start(): void {
    this.server.listen(this.port, this.host, () => {
      console.log(`TCP echo on port ${this.port}`);
    });
  }

  private onConnection(socket: Socket): void {
    console.log("from", socket.remoteAddress, socket.remotePort);
    socket.on("data", (data) => {
      console.log(data.toString());
      socket.write(data);
    });
    socket.on("error", (error) => console.log(error.message));
  }
}

new TcpEcho(Number(process.env.PORT ?? 9999), process.env.HOST ?? "0.0.0.0").start();
