// Always listens at localhost.
// mistake: wrong-address
// why: the tutorial that it comes from does so, too.
import * as net from "net";

const port = Number(process.env.PORT) || 9999;

const server = net.createServer((connection) => {
  console.log("client connected");
  connection.on("end", () => console.log("client disconnected"));
});

server.listen({ port, host: "localhost" }, () => {
  console.log("server bound to port " + port);
});
