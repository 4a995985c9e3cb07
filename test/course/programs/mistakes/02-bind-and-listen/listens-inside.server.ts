// Calls listen() in the listener for "listening".
// mistake: never-reached
// why: all that has to do with listening should stand in one place.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer();
server.on("listening", () => {
  server.listen(PORT, HOST);
  console.log(`Listening on ${HOST}:${PORT}`);
});
