// A right echo server that reads with `for await`, and only after write() has called back: no "drain", no pause().
// right for: 10
import { once } from "node:events";
import net from "node:net";
import { promisify } from "node:util";

const { HOST = "0.0.0.0", PORT = "9999" } = process.env;
const [, , option] = process.argv;
const forever = option === "--keep-open" || option === "-k";

async function serve(socket: net.Socket): Promise<void> {
  const client = `${socket.remoteAddress}, port ${socket.remotePort}`;
  try {
    console.log(`Serving ${client}`);
    const write = promisify((bytes: Buffer, done: (error?: Error | null) => void) =>
      socket.write(bytes, done),
    );
    const decoder = new TextDecoder();
    for await (const bytes of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      console.log(`From ${client}: ${decoder.decode(bytes, { stream: true })}`);
      await write(bytes);
    }
    console.log(`That was all from ${client} ${decoder.decode()}`);
    await new Promise<void>((done) => socket.end(done));
  } catch (error) {
    console.error(`Lost ${client}: ${(error as Error).message}`);
    if (!forever) process.exitCode = 1;
  } finally {
    socket.destroy();
  }
}

const server = new net.Server({ allowHalfOpen: true });
server.on("connection", (socket) => {
  if (!forever) server.close();
  void serve(socket);
});
try {
  await once(server.listen(Number(PORT), HOST), "listening");
  console.log(`Ready at ${HOST}, port ${PORT}`);
  const signal = await Promise.race([
    once(process, "SIGINT").then(() => "SIGINT"),
    once(process, "SIGTERM").then(() => "SIGTERM"),
    once(server, "close").then(() => "all"),
  ]);
  console.log(`Done: ${signal}`);
} catch (error) {
  console.error(`Cannot listen at ${HOST}, port ${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
}
server.close();
