// Receives once the accepted socket is connected, which it is already.
// mistake: waits-in-vain
// why: a client waits for "connect", too.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer(function (socket) {
  console.log("client: " + socket.remoteAddress + ":" + socket.remotePort);
  socket.on("connect", function () {
    socket.on("data", function (data) {
      console.log(data.toString());
      socket.write(data);
    });
  });
});
server.listen(PORT, HOST, () => console.log("server: " + HOST + ":" + PORT));
