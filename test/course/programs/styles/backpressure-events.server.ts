// A right echo server, written with on() that collects few events, and once() that waits for "drain".
// right for: 10
import { on, once } from "node:events";
import { createServer, type Socket } from "node:net";

const host = process.env["HOST"] ?? "0.0.0.0";
const port = Number(process.env["PORT"] ?? 9999);
const keepOpen = /^(-k|--keep-open)$/m.test(process.argv.join("\n"));

async function echo(socket: Socket): Promise<number> {
  const text = new TextDecoder();
  let bytes = 0;
  const limits = { close: ["end"], highWaterMark: 4, lowWaterMark: 1 };
  for await (const [piece] of on(socket, "data", limits) as AsyncIterable<[Buffer]>) {
    console.log("<", text.decode(piece, { stream: true }));
    bytes += piece.length;
    if (!socket.write(piece)) await once(socket, "drain");
  }
  console.log("<", text.decode());
  socket.end();
  return bytes;
}

const server = createServer({ allowHalfOpen: true });
const shutDown = (signal: NodeJS.Signals) => {
  console.log(signal);
  for (const name of ["SIGINT", "SIGTERM"]) process.off(name, shutDown);
  server.close();
};

try {
  server.listen(port, host);
  await once(server, "listening");
  console.log(`tcp://${host}:${port}`);
  process.on("SIGINT", shutDown).on("SIGTERM", shutDown);
  for await (const [socket] of on(server, "connection", { close: ["close"] }) as AsyncIterable<[Socket]>) {
    const name = `tcp://${socket.remoteAddress}:${socket.remotePort}`;
    console.log(name);
    if (!keepOpen) server.close();
    echo(socket)
      .then((bytes) => console.log(name, bytes, "bytes"))
      .catch(({ message }: Error) => {
        console.error(name, message);
        if (!keepOpen) process.exitCode = 1;
      })
      .finally(() => socket.writableEnded || socket.destroy());
  }
} catch (error) {
  console.error(`tcp://${host}:${port}`, (error as Error).message);
  process.exitCode = 1;
}
