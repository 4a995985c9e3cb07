// A right echo server, written as a class, with pipe(). It speaks German.
// right for: 10
import { Server, type Socket } from "node:net";
import { StringDecoder } from "node:string_decoder";

class Echo extends Server {
  readonly ort = { host: process.env.HOST ?? "0.0.0.0", port: Number(process.env.PORT ?? 9999) };
  readonly dauerhaft = process.argv.includes("--keep-open") || process.argv.includes("-k");

  constructor() {
    super({ allowHalfOpen: true });
    this.on("connection", (socket) => this.bedienen(socket));
    this.on("error", (fehler) => this.klagen(`Port ${this.ort.port}`, fehler));
    this.on("listening", () => console.log(`Geöffnet: Port ${this.ort.port} auf ${this.ort.host}`));
  }

  bedienen(socket: Socket): void {
    const gast = `${socket.remoteAddress}, Port ${socket.remotePort}`;
    const schrift = new StringDecoder("utf8");
    console.log(`Gast: ${gast}`);
    socket.on("error", (fehler) => {
      this.klagen(gast, fehler);
      socket.destroy();
    });
    socket.on("close", () => console.log(`Gegangen: ${gast}`));
    socket.on("data", (daten) => console.log(`„${schrift.write(daten)}“`));
    socket.on("end", () => console.log(`Am Ende: „${schrift.end()}“`));
    socket.pipe(socket);
    if (!this.dauerhaft) this.close();
  }

  klagen(wer: string, fehler: Error): void {
    console.error(`Fehler bei ${wer}: ${fehler.message}`);
    if (!this.dauerhaft || !this.listening) process.exitCode = 1;
  }

  oeffnen(): void {
    try {
      this.listen(this.ort);
    } catch (fehler) {
      this.klagen(`Port ${this.ort.port}`, fehler as Error);
    }
  }
}

const echo = new Echo();
echo.oeffnen();
const signale = ["SIGINT", "SIGTERM"] as const;
function feierabend(): void {
  console.log("Feierabend: keine neuen Gäste mehr.");
  for (const signal of signale) process.removeListener(signal, feierabend);
  echo.close();
}
for (const signal of signale) process.addListener(signal, feierabend);
