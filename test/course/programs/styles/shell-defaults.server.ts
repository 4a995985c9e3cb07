// A right echo server that says how to set its port in a shell: "${PORT:-9999}" is meant to be printed.
// right for: 02-05
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

console.log("# In a start script: HOST=${HOST:-0.0.0.0} PORT=${PORT:-9999} npm run server");

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  socket.on("data", (data) => {
    console.log(`Received: ${data} (that makes $${data.length})`);
    socket.write(data);
  });
});

server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
