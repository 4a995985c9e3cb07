// Forks a worker for its clients that stops listening when it has one.
// mistake: ends-after-first-client
// why: server.close() was in the handler from the step before.
import cluster from "node:cluster";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

if (cluster.isPrimary) {
  const worker = cluster.fork();
  cluster.once("listening", () => console.log(`Worker ${worker.id} listens on ${HOST}:${PORT}`));
  const stop = () => worker.disconnect();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  cluster.on("exit", (_, code) => {
    process.exitCode = code;
  });
} else {
  process.on("SIGINT", () => {}).on("SIGTERM", () => {});
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    const client = `${socket.remoteAddress}:${socket.remotePort}`;
    console.log(`Connected by ${client}`);
    const decoder = new TextDecoder();
    socket.on("data", (data) => {
      console.log(`${client}: ${decoder.decode(data, { stream: true })}`);
      socket.write(data);
    });
    socket.on("end", () => {
      console.log(`${client}: ${decoder.decode()}`);
      socket.end();
    });
    socket.on("error", (error) => console.error(`${client}: ${error.message}`));
    socket.on("close", () => cluster.worker?.disconnect());
    server.close();
  });
  server.on("error", (error) => {
    console.error(`${HOST}:${PORT}: ${error.message}`);
    process.exit(1);
  });
  server.listen(PORT, HOST);
}
