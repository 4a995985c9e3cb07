// Has its text decoded by a forked process, which takes each piece for a text of its own.
// mistake: splits-characters
// why: each message to the process is one whole.
import { fork } from "node:child_process";
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

function log() {
  process.on("message", (bytes: string) => console.log(`Received: ${Buffer.from(bytes, "base64")}`));
  process.send!("ready");
}

function serve() {
  const child = fork(process.argv[1]!, ["log"]);
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    server.close();
    console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
    socket.on("data", (data) => {
      child.send(data.toString("base64"));
      socket.write(data);
    });
    socket.on("end", () => socket.end());
    socket.on("error", fail);
  });
  function fail(error: Error) {
    console.error(`Server on ${HOST}:${PORT}: ${error.message}`);
    process.exitCode = 1;
    if (!server.listening) child.disconnect();
  }
  server.on("close", () => child.disconnect());
  server.on("error", fail);
  child.once("message", () => {
    try {
      server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
    } catch (error) {
      fail(error as Error);
    }
  });
}

if (process.argv[2] === "log") log();
else serve();
