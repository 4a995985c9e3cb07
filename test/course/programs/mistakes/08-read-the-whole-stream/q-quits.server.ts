// Ends its side as soon as a piece contains the letter q.
// mistake: loses-rest-of-echo
// why: a telnet session has to end somehow.
import * as net from "net";

const where = { host: process.env.HOST ?? "0.0.0.0", port: Number(process.env.PORT ?? 9999) };
const fail = (error: unknown): void => {
  console.error(where.host, where.port, (error as Error).message);
  process.exitCode = 1;
};

function newConn(socket: net.Socket): void {
  server.close();
  console.log("new connection", socket.remoteAddress, socket.remotePort);
  const decoder = new TextDecoder();
  socket.on("end", () => {
    console.log("EOF");
    socket.end();
  });
  socket.on("error", fail);
  socket.on("data", (data: Buffer) => {
    console.log("data:", decoder.decode(data, { stream: true }));
    socket.write(data);
    // q is for quit
    if (data.includes("q")) {
      console.log("closing");
      socket.end();
    }
  });
}

const server = net.createServer({ allowHalfOpen: true });
server.on("error", fail);
server.on("connection", newConn);
try {
  server.listen(where, () => console.log("listening", where));
} catch (error) {
  fail(error);
}
