// A right echo server that prints in colours, even where nobody can see them.
// right for: 02-07
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const green = (text: unknown) => `\x1b[32m${text}\x1b[39m`;
const bold = (text: unknown) => `\x1b[1m${text}\x1b[22m`;

const server = net.createServer();
try {
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(green("✔"), "listening on", bold(PORT));

  const [socket] = (await once(server, "connection")) as [net.Socket];
  console.log(green("✔"), "client", `${bold(socket.remoteAddress)}:${bold(socket.remotePort)}`);

  const chunks = socket[Symbol.asyncIterator]();
  const { value: data } = (await chunks.next()) as IteratorResult<Buffer, undefined>;
  if (data) {
    console.log(green("✔"), green(data));
    socket.write(data);
  }
  socket.end();
  await chunks.next();
} catch (error) {
  console.error("\x1b[31m✘\x1b[39m", bold(`${HOST}:${PORT}`), (error as Error).message);
  process.exitCode = 1;
} finally {
  server.close();
}
