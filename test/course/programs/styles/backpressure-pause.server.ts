// A right echo server, written with callbacks: pause() when write() says so, and resume() when all has gone out.
// right for: 10
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const KEEP_OPEN = process.argv.slice(2).some((argument) => argument === "-k" || argument === "--keep-open");

function complain(where: string, error: Error): void {
  console.error(`${where}: ${error.message || (error as NodeJS.ErrnoException).code}`);
  if (!KEEP_OPEN) process.exitCode = 1;
}

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  const client = `${socket.remoteAddress}:${socket.remotePort}`;
  console.log(`${client} is here`);
  if (!KEEP_OPEN) server.close();
  const decoder = new TextDecoder();
  socket.setEncoding("latin1"); // A byte is a character, and the other way round.
  socket.on("data", (characters: string) => {
    console.log(`${client} says ${decoder.decode(Buffer.from(characters, "latin1"), { stream: true })}`);
    if (socket.write(characters, "latin1")) return;
    socket.pause();
    socket.once("drain", () => socket.resume());
  });
  socket.on("end", () => {
    const rest = decoder.decode();
    if (rest !== "") console.log(`${client} says half of ${rest}`);
    socket.end();
  });
  socket.on("error", (error) => complain(client, error));
});

server.on("error", (error) => {
  complain(`${HOST}:${PORT}`, error);
  process.exitCode = 1;
});
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    process.removeAllListeners("SIGINT").removeAllListeners("SIGTERM");
    server.close();
  });
}
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  complain(`${HOST}:${PORT}`, error as Error);
  process.exitCode = 1;
}
