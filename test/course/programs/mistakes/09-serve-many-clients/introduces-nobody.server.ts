// Says which client has failed, but not who has connected.
// mistake: accepts-nobody
// why: with many clients, the log was too long.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const KEEP_OPEN = process.argv.includes("--keep-open") || process.argv.includes("-k");

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  const name = `${socket.remoteAddress}:${socket.remotePort}`;
  if (!KEEP_OPEN) server.close();
  const decoder = new TextDecoder();
  socket.on("data", (data) => {
    console.log(`Received: ${decoder.decode(data, { stream: true })}`);
    socket.write(data);
  });
  socket.on("end", () => {
    console.log(decoder.decode());
    socket.end();
  });
  socket.on("error", (error) => {
    console.error(`Client ${name} failed: ${error.message}`);
    if (!KEEP_OPEN) process.exitCode = 1;
  });
});
server.on("error", (error) => {
  console.error(`Echo server failed (${HOST}:${PORT}): ${error.message}`);
  process.exitCode = 1;
});
const stop = () => {
  process.off("SIGINT", stop).off("SIGTERM", stop);
  server.close();
};
process.on("SIGINT", stop).on("SIGTERM", stop);
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
} catch (error) {
  console.error(`Echo server failed (${HOST}:${PORT}): ${(error as Error).message}`);
  process.exitCode = 1;
}
