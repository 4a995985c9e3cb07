// A right echo server that logs with the time, and tells each fact in a line of its own.
// right for: 02-07
import net from "node:net";

const HOST = process.env["HOST"] || "0.0.0.0";
const PORT = +(process.env["PORT"] || 9999);

const stamp = () => `[${new Date().toISOString()}] +${performance.now().toFixed(1)}ms`;
const log = (text: string) => console.log(stamp(), text);
const fail = (error: Error) => {
  console.error(stamp(), error.message.replaceAll("\n", " "), `(port ${PORT})`);
  process.exitCode = 1;
};

log(`pid ${process.pid}, starting on ${HOST}:${PORT} ...`);
const server = net.createServer().on("error", fail);
server.on("listening", () => log(`started on ${HOST}:${PORT}`));
server.on("connection", (socket) => {
  log(`client address: ${socket.remoteAddress}`);
  log(`client port: ${socket.remotePort}`);
  socket.on("error", fail).on("close", () => server.close());
  socket.once("data", (data) => {
    for (const line of data.toString("utf8").split("\n")) log(line);
    socket.end(data);
  });
});

try {
  server.listen(PORT, HOST);
} catch (error) {
  fail(error as Error);
}
