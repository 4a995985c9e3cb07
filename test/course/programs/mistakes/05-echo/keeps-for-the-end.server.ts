// Sends the echo when the client has finished: here, that is when it leaves.
// mistake: no-echo
// why: "end" sounds like the end of the message.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  let received = Buffer.alloc(0);
  socket.on("data", (data) => {
    received = Buffer.concat([received, data]);
    console.log(`Received: ${data.toString("utf8")}`);
  });
  socket.on("end", () => socket.write(received));
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
