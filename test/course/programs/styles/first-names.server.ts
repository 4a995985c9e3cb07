// A right echo server for many that speaks German, and calls its clients by first names that it gives them.
// right for: 08-09
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const viele = process.argv.includes("--keep-open") || process.argv.includes("-k");

const vornamen = ["Anna", "Berta", "Cäsar", "Dora", "Emil", "Friedrich", "Gustav", "Hanna"];
let gaeste = 0;

function scheitere(wer: string, fehler: unknown): void {
  console.error(`${wer} ist ausgefallen: ${(fehler as Error).message}`);
  if (!viele || !server.listening) process.exitCode = 1;
}

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  if (!viele) server.close();
  const name = vornamen[gaeste++ % vornamen.length]!;
  console.log(`${name} ist da: ${socket.remoteAddress}, Port ${socket.remotePort}`);
  const decoder = new TextDecoder();
  socket.on("data", (bytes) => {
    console.log(`${name} sagt: ${decoder.decode(bytes, { stream: true })}`);
    socket.write(bytes);
  });
  socket.on("end", () => {
    console.log(`${name} geht. ${decoder.decode()}`);
    socket.end();
  });
  socket.on("error", (fehler) => scheitere(name, fehler));
});

server.on("error", (fehler) => scheitere(`Der Server (${HOST}:${PORT})`, fehler));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close());
try {
  server.listen(PORT, HOST, () => console.log(`Der Server lauscht auf Port ${PORT}`));
} catch (fehler) {
  scheitere(`Der Server (${HOST}:${PORT})`, fehler);
}
