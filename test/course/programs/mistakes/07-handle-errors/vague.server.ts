// Says that something failed, but not where.
// mistake: error-without-place
// why: the user is thought to know.
import { once } from "node:events";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
try {
  server.listen(PORT, HOST);
  await once(server, "listening");
  console.log(`Listening on ${HOST}:${PORT}`);
  const [socket] = await once(server, "connection");
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  const [data] = await Promise.race([once(socket, "data"), once(socket, "end")]);
  if (data === undefined) throw new Error("nothing received");
  console.log(`Received: ${data.toString("utf8")}`);
  socket.end(data);
  await once(socket, "close");
} catch (error) {
  console.error(`Something went wrong: ${(error as NodeJS.ErrnoException).code}`);
  process.exitCode = 1;
} finally {
  server.close();
}
