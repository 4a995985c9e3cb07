// A right echo server whose port is shared by two processes.
// right for: 09
import cluster from "node:cluster";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);
const KEEP = process.argv.includes("--keep-open") || process.argv.includes("-k");

if (cluster.isPrimary) {
  // The workers share the port; the primary hands the connections round.
  const size = KEEP ? 2 : 1;
  for (let i = 0; i < size; i++) cluster.fork();
  let up = 0;
  cluster.on("listening", (worker) => {
    console.log(`worker ${worker.id} listens on ${HOST}:${PORT}`);
    if (++up === size) console.log(`all ${size} workers are ready`);
  });
  cluster.on("exit", (_worker, code) => {
    if (code) process.exitCode = 1;
  });
  let asked = false;
  const stop = () => {
    const workers = Object.values(cluster.workers ?? {});
    if (asked) {
      for (const worker of workers) worker?.process.kill("SIGKILL");
      process.exit(130);
    }
    asked = true;
    for (const worker of workers) worker?.disconnect();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
} else {
  process.on("SIGINT", () => {}).on("SIGTERM", () => {});
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    const name = `${socket.remoteAddress}:${socket.remotePort}`;
    console.log(`worker ${cluster.worker?.id} got ${name}`);
    const decoder = new TextDecoder();
    socket.on("data", (data) => {
      console.log(decoder.decode(data, { stream: true }));
      socket.write(data);
    });
    socket.on("end", () => {
      console.log(decoder.decode());
      socket.end();
    });
    socket.on("error", (error) => {
      console.error(`${name}: ${error.message}`);
      if (!KEEP) process.exitCode = 1;
    });
    if (!KEEP) {
      server.close();
      socket.on("close", () => cluster.worker?.disconnect());
    }
  });
  server.on("error", (error) => {
    console.error(`${HOST}:${PORT}: ${error.message}`);
    process.exit(1);
  });
  server.listen(PORT, HOST);
}
