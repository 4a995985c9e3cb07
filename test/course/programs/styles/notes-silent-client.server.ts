// A right echo server for the whole stream that says so when a client has sent nothing: that is no failure.
// right for: 08-09
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const many = process.argv.slice(2).some((word) => word === "-k" || word === "--keep-open");

const server = net.createServer({ allowHalfOpen: true });

function fail(who: string, error: unknown, exitCode: number) {
  console.error(`${who}: ${(error as Error).message}`);
  process.exitCode = exitCode;
}

server.on("connection", async (socket: net.Socket) => {
  if (!many) server.close();
  const who = `${socket.remoteAddress}:${socket.remotePort}`;
  console.log(`Connected by ${who}`);
  const decoder = new TextDecoder();
  try {
    for await (const data of socket.iterator({ destroyOnReturn: false })) {
      console.log(`Received: ${decoder.decode(data, { stream: true })}`);
      socket.write(data);
    }
    const rest = decoder.decode();
    if (rest !== "") console.log(`Received: ${rest}`);
    if (socket.bytesRead === 0) console.error(`${who} has sent nothing`);
    socket.end();
  } catch (error) {
    fail(who, error, many ? 0 : 1);
  }
});

server.on("error", (error) => fail(`${HOST}:${PORT}`, error, 1));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close());
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  fail(`${HOST}:${PORT}`, error, 1);
}
